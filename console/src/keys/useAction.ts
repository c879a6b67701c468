import { useEffect, useEffectEvent } from 'react'
import { preferences } from '../ui/preferences'
import { actionFor, type ActionId } from './actions'

type Handler = () => void
const handlers = new Map<ActionId, Handler[]>()

/** Lets this part of the screen do an action while it is shown; the part shown last wins. */
export function useAction(id: ActionId, handler: Handler, enabled = true) {
  const act = useEffectEvent(handler)
  useEffect(() => {
    if (!enabled) return
    const mine = () => act()
    handlers.set(id, [...(handlers.get(id) ?? []), mine])
    return () => void handlers.set(id, (handlers.get(id) ?? []).filter((other) => other !== mine))
  }, [id, enabled])
}

/** Whether some part of the screen does it now. */
export const isPossible = (id: ActionId) => (handlers.get(id)?.length ?? 0) > 0

export function perform(id: ActionId) {
  handlers.get(id)?.at(-1)?.()
}

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
const ownsKeys = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('[role="menu"], [role="dialog"], [role="separator"], [role="tablist"], [role="radiogroup"]') !== null
const pressesItself = (target: EventTarget | null, code: string) =>
  code === 'Enter' && target instanceof HTMLElement && target.closest('a, button') !== null

/** Whether something was asked when a key went down: what is asked gets all keys, also while nothing in it is focused. */
let asked = false
const look = () => void (asked = document.querySelector('[aria-modal="true"], [data-coming]') !== null)

function onKeyDown(event: KeyboardEvent) {
  if (asked || event.defaultPrevented || event.isComposing || ownsKeys(event.target)) return
  const { keys, ownKeys } = preferences()
  const id = actionFor(event, keys, ownKeys)
  // Where somebody writes, a key by itself is a letter.
  if (!id || (writes(event.target) && id !== 'back' && !event.ctrlKey && !event.metaKey)) return
  if (pressesItself(event.target, event.code)) return
  if (id === 'back' && writes(event.target)) return (event.target as HTMLElement).blur()
  if (!isPossible(id)) return
  event.preventDefault()
  perform(id)
}

export function useKeyboard() {
  useEffect(() => {
    // At the document, and before any tooltip: one that hangs there stops Escape on its way to the window.
    document.addEventListener('keydown', onKeyDown)
    // Before anything else hears of it, and closes what was asked.
    window.addEventListener('keydown', look, true)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('keydown', look, true)
    }
  }, [])
}
