import type { RefObject } from 'react'
import { placeBeside, put } from './places'

/** Puts words into a field where the caret is, and moves it from place to place. */
export function useCaret(field: RefObject<HTMLTextAreaElement | null>, text: string, write: (text: string) => void) {
  /** Once what was written stands there. */
  const select = (from: number, to = from) =>
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(from, to)
    })
  /** Whatever was written or selected stays beside them; the first place in them that is open comes next. */
  function insert(words: string) {
    const { text: next, from, to } = put(text, words, field.current?.selectionEnd ?? text.length)
    const place = placeBeside(next, { from, to: from })
    write(next)
    if (place && place.to <= to) select(place.from, place.to)
    else select(to)
  }
  return { select, insert }
}
