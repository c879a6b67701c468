import { idOf } from '../api/timeline'
import type { ConversationEvent, Message, Note, TimelineItem } from '../api/types'
import type { Outgoing } from '../outbox/outgoing'
import { dayOf } from '../ui/time'

/** One line of a thread, oldest first; `first` begins and `last` ends what one author said within a minute. */
export type Line =
  | { kind: 'start'; id: string }
  | { kind: 'day'; id: string; day: number }
  | { kind: 'event'; id: string; event: ConversationEvent }
  | { kind: 'note'; id: string; note: Note }
  | { kind: 'message'; id: string; message: Message; first: boolean; last: boolean; ticks: boolean }
  | { kind: 'outgoing'; id: string; outgoing: Outgoing }

/** Where the line of a message or note stands, by its id. */
export const placeOf = (lines: Line[], id: string | undefined) =>
  lines.findIndex((line) => (line.kind === 'message' && line.message.id === id) || (line.kind === 'note' && line.note.id === id))

const MINUTE = 60_000

/** Where the thread is not whole, its first line may not be the first of its day; and no line may give way to older ones. */
export function linesOf(items: TimelineItem[], outgoing: Outgoing[], whole: boolean): Line[] {
  const confirmed = new Set(items.flatMap((item) => clientIdOf(item) ?? []))
  const lines: Line[] = whole && items.length > 0 ? [{ kind: 'start', id: 'start' }] : []
  let day = whole || !items[0] ? 0 : dayOf(items[0].at)
  items.forEach((item, index) => {
    if (dayOf(item.at) !== day) {
      day = dayOf(item.at)
      lines.push({ kind: 'day', id: `day-${day}`, day })
    }
    lines.push(lineOf(item, items[index - 1], items[index + 1]))
  })
  const pending = outgoing.filter(({ clientId }) => !confirmed.has(clientId))
  return [...lines, ...pending.map((one): Line => ({ kind: 'outgoing', id: one.clientId, outgoing: one }))]
}

function clientIdOf(item: TimelineItem) {
  return item.kind === 'message' ? item.message.clientId : item.kind === 'note' ? item.note.clientId : null
}

/** A line keeps the identity of what was written here, so that confirming it moves nothing. */
function lineOf(item: TimelineItem, before: TimelineItem | undefined, after: TimelineItem | undefined): Line {
  const id = clientIdOf(item) ?? idOf(item)
  switch (item.kind) {
    case 'event':
      return { kind: 'event', id, event: item.event }
    case 'note':
      return { kind: 'note', id, note: item.note }
    case 'message':
      return {
        kind: 'message',
        id,
        message: item.message,
        first: !together(before, item),
        last: !together(item, after),
        ticks: hasOwnFate(item.message, after),
      }
  }
}

const ARRIVED = new Set<Message['status']>(['delivered', 'read', 'played'])

/** The ticks of the message below speak for those above that have come as far; whatever has not shows its own. */
function hasOwnFate({ status }: Message, after: TimelineItem | undefined) {
  return !ARRIVED.has(status) || after?.kind !== 'message' || after.message.status !== status
}

function together(a: TimelineItem | undefined, b: TimelineItem | undefined) {
  if (a?.kind !== 'message' || b?.kind !== 'message') return false
  const author = ({ author }: Message) => `${author.kind}:${author.id}`
  return author(a.message) === author(b.message) && Date.parse(b.at) - Date.parse(a.at) < MINUTE
}
