/** A piece of a message: plain words, a link, or words under one of WhatsApp's marks. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mono'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; pieces: Piece[] }

const MONO = /```([\s\S]+?)```|`([^`\n]+)`/
const LINK = /\bhttps?:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+/i
const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const
// A mark opens at the edge of a word and closes at the edge of a word, as on the phone.
const MARK = /(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/u

/** Reads a message body the way WhatsApp shows it; whatever is not a mark stays plain words. */
export function readMarks(body: string): Piece[] {
  return split(body, MONO, (match) => ({ kind: 'mono', text: match[1] ?? match[2]! }), readLinks)
}

/** The words alone, for where there is room for one line of them. */
export const withoutMarks = (body: string) => readMarks(body).map(plain).join('')

const plain = (piece: Piece): string => ('pieces' in piece ? piece.pieces.map(plain).join('') : piece.text)

const readLinks = (text: string) => split(text, LINK, linkOf, readInline)

function linkOf(match: RegExpMatchArray): Piece | undefined {
  const text = match[0].replace(/[.,;:!?)\]}'*_~]+$/, '')
  const href = text.startsWith('www.') ? `https://${text}` : text
  return URL.canParse(href) ? { kind: 'link', text, href } : undefined
}

const readInline = (text: string): Piece[] =>
  split(
    text,
    MARK,
    (match) => ({ kind: MARKS[match[1] as keyof typeof MARKS], pieces: readInline(match[2]!) }),
    (plain) => [{ kind: 'text', text: plain }],
  )

function split(
  text: string,
  pattern: RegExp,
  take: (match: RegExpMatchArray) => Piece | undefined,
  others: (text: string) => Piece[],
): Piece[] {
  const match = pattern.exec(text)
  const piece = match && take(match)
  if (!match || !piece) return text ? others(text) : []
  const length = piece.kind === 'link' ? piece.text.length : match[0].length
  return [
    ...(match.index > 0 ? others(text.slice(0, match.index)) : []),
    piece,
    ...split(text.slice(match.index + length), pattern, take, others),
  ]
}
