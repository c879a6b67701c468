import type { CannedReply } from '../api/types'
import { plain } from '../ui/plain'

/** Without signs that stand in the midst of Hebrew words, too. */
const spelled = (words: string) => plain(words).replace(/['"׳״’”]/g, '').replace(/־/g, ' ')

/** Letters that Hebrew writes together with the word they stand before. */
const PREFIXES = 'והבכלמש'
const SHORTEST = 3

/** A word without what may be written before it, which the text may lack. */
function bare(word: string): string {
  return PREFIXES.includes(word[0]!) && word.length > SHORTEST ? bare(word.slice(1)) : word
}

/** How well it is what is looked for: the smaller the better, and undefined where it is not. */
function rank({ name, texts }: CannedReply, words: string[]) {
  const [named, said] = [spelled(name), spelled(texts.map(({ body }) => body).join('\n'))]
  const whole = words.join(' ')
  const has = (reads: (word: string) => string) => words.every((word) => named.includes(reads(word)) || said.includes(reads(word)))
  if (named === whole) return 0
  if (named.startsWith(whole)) return 1
  if (named.includes(whole)) return 2
  if (has((word) => word)) return 3
  return has(bare) ? 4 : undefined
}

/** Those in which all of the words stand, in their name or anywhere in what they say; among equals in the order they came in. */
export function found<Reply extends CannedReply>(replies: Reply[], query: string): Reply[] {
  const words = spelled(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return replies
  return replies
    .flatMap((reply) => {
      const place = rank(reply, words)
      return place === undefined ? [] : [{ reply, place }]
    })
    .sort((one, other) => one.place - other.place)
    .map(({ reply }) => reply)
}
