const OPEN = /\[\[([^[\]\n]+)\]\]/g

/** A place between double brackets that is still to be filled in. */
export interface OpenPlace {
  name: string
  from: number
  to: number
}

export const openPlaces = (text: string): OpenPlace[] =>
  [...text.matchAll(OPEN)].map(({ 0: whole, 1: name, index }) => ({ name: name!, from: index, to: index + whole.length }))

/** The one after what is selected, or before it; beyond the last there is none, so that Tab leads out of the field again. */
export function placeBeside(text: string, { from, to }: { from: number; to: number }, back = false) {
  const places = openPlaces(text)
  return back ? places.findLast((one) => one.to <= from) : places.find((one) => one.from >= to)
}

/** With words put in at the caret, apart from those beside it, and where they begin and end then. */
export function put(text: string, words: string, at: number) {
  const apart = (beside: string) => (words && /\S/.test(beside) ? ' ' : '')
  const [before, after] = [text.slice(0, at), text.slice(at)]
  const head = before + apart(before.slice(-1))
  return { text: head + words + apart(after.slice(0, 1)) + after, from: head.length, to: head.length + words.length }
}
