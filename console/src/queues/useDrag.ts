import { createContext, useCallback, useContext, useEffect, useRef, useState, type PointerEvent as Pressed } from 'react'
import type { Card } from '../api/queues'
import { keyOf, type Spot } from './moves'

/** So far a press may slip and still be one. */
const SLIP = 6
/** So near an edge what is beyond it comes into view. */
const EDGE = 48
const STEP = 14

export interface Drag {
  card: Card
  from: Spot
  x: number
  y: number
  /** Onto what it would be let go now. */
  over: string | null
}

interface Dragging {
  drag: Drag | null
  /** Where it may be let go. */
  open: ReadonlySet<string>
  press: (event: Pressed, card: Card, from: Spot) => void
}

export const DragContext = createContext<Dragging>({ drag: null, open: new Set(), press: () => {} })
export const useDragging = () => useContext(DragContext)

/** Takes hold of a card with a mouse or pen; fingers scroll, and have the menu. */
export function useDrag(spotsOf: (card: Card, from: Spot) => Spot[], onDrop: (card: Card, from: Spot, to: Spot) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef({ spotsOf, onDrop })
  const stop = useRef<() => void>(undefined)
  useEffect(() => {
    latest.current = { spotsOf, onDrop }
  })
  useEffect(() => () => stop.current?.(), [])

  const press = useCallback((event: Pressed, card: Card, from: Spot) => {
    if (event.pointerType === 'touch' || event.button !== 0 || (event.target as Element).closest('button')) return
    const { clientX, clientY } = event
    const ended = new AbortController()
    let spots: Map<string, Spot> | undefined
    let over: string | null = null
    const end = () => {
      ended.abort()
      setDrag(null)
      setOpen(new Set())
    }
    stop.current = end
    const follow = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (!spots) {
        if (Math.hypot(x - clientX, y - clientY) < SLIP) return
        spots = new Map(latest.current.spotsOf(card, from).map((spot) => [keyOf(spot), spot]))
        setOpen(new Set(spots.keys()))
      }
      const under = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-spot]')?.dataset.spot
      over = under && spots.has(under) ? under : null
      reveal(x, y)
      setDrag({ card, from, x, y, over })
    }
    const letGo = () => {
      const to = over === null ? undefined : spots?.get(over)
      // What was dragged is not opened as well.
      if (spots) addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => removeEventListener('click', swallow, { capture: true }))
      end()
      if (to) latest.current.onDrop(card, from, to)
    }
    const on = { signal: ended.signal }
    addEventListener('pointermove', follow, on)
    addEventListener('pointerup', letGo, on)
    addEventListener('pointercancel', end, on)
    addEventListener('blur', end, on)
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(), on)
  }, [])
  return { drag, open, press }
}

function swallow(event: MouseEvent) {
  event.preventDefault()
  event.stopPropagation()
}

/** Scrolls what is held over, while it is near its upper or lower edge. */
function reveal(x: number, y: number) {
  const scroller = document.elementFromPoint(x, y)?.closest('[data-scrolls]')
  if (!scroller) return
  const { top: start, bottom: end } = scroller.getBoundingClientRect()
  if (y - start < EDGE) scroller.scrollBy(0, -STEP)
  else if (end - y < EDGE) scroller.scrollBy(0, STEP)
}
