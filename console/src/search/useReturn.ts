import { useLocation } from '@tanstack/react-router'
import { useLayoutEffect, useRef, type MouseEvent, type RefObject } from 'react'

interface Left {
  top: number
  hit: string
}

/** Where each visit to a search was left, by its entry in the browser's history. */
const left = new Map<string, Left>()

const scrollerOf = (list: HTMLElement) => list.closest<HTMLElement>('[role="region"]')

/** Brings whoever comes back to the results to where they left them, and the focus to what they had opened. */
export function useReturn(list: RefObject<HTMLElement | null>, isThere: boolean) {
  const visit = useLocation({ select: ({ state }) => state.__TSR_key ?? '' })
  const returned = useRef(false)
  useLayoutEffect(() => {
    if (!isThere || returned.current || !list.current) return
    returned.current = true
    const place = left.get(visit)
    const scroller = scrollerOf(list.current)
    if (!place || !scroller) return
    scroller.scrollTop = place.top
    list.current.querySelector<HTMLElement>(`[data-hit="${place.hit}"]`)?.focus({ preventScroll: true })
  }, [isThere, list, visit])
  return (event: MouseEvent) => {
    const hit = (event.target as HTMLElement).closest<HTMLElement>('[data-hit]')?.dataset.hit
    const scroller = list.current && scrollerOf(list.current)
    if (hit && scroller) left.set(visit, { top: scroller.scrollTop, hit })
  }
}
