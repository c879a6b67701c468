import { plain } from '../ui/plain'

/** Whether each of the words stands at the beginning of some word of a name. */
export function fits(name: string, words: string) {
  const parts = plain(name).split(/[^\p{L}\p{N}]+/u)
  return plain(words)
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)))
}
