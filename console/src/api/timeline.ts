import type { Message, Page, TimelineItem } from './types'

export interface Timeline {
  pages: Page<TimelineItem>[]
  pageParams: unknown[]
}

export function idOf(item: TimelineItem) {
  switch (item.kind) {
    case 'message':
      return item.message.id
    case 'note':
      return item.note.id
    case 'event':
      return item.event.id
  }
}

const RANK: Record<Message['status'], number> = {
  received: 0,
  queued: 0,
  sending: 1,
  unconfirmed: 2,
  sent: 3,
  delivered: 4,
  read: 5,
  played: 6,
  failed: 7,
}

/** News may overtake each other: a message once delivered is never merely sent again. */
export const advance = (message: Message, status: Message['status']): Message =>
  RANK[status] > RANK[message.status] ? { ...message, status } : message

function newer(known: TimelineItem, fetched: TimelineItem): TimelineItem {
  if (known.kind !== 'message' || fetched.kind !== 'message') return fetched
  return { ...fetched, message: advance(fetched.message, known.message.status) }
}

const newestFirst = (a: TimelineItem, b: TimelineItem) =>
  a.at === b.at ? (idOf(a) < idOf(b) ? 1 : -1) : a.at < b.at ? 1 : -1

/** Lays the newest page over what is known; starts afresh where news between the two may be missing. */
export function mergeHead(known: Timeline, head: Page<TimelineItem>): Timeline {
  const fetched = new Map(head.items.map((item) => [idOf(item), item]))
  const seen = new Set<string>()
  const pages = known.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => {
      const fresh = fetched.get(idOf(item))
      if (fresh) seen.add(idOf(item))
      return fresh ? newer(item, fresh) : item
    }),
  }))
  const empty = known.pages.every((page) => page.items.length === 0)
  if (!pages[0] || empty || (seen.size === 0 && head.next)) return { pages: [head], pageParams: [null] }
  const added = head.items.filter((item) => !seen.has(idOf(item)))
  pages[0] = { ...pages[0], items: [...added, ...pages[0].items].sort(newestFirst) }
  return { ...known, pages }
}

/** Adds or replaces one item that the server has just answered with. */
export const mergeItem = (known: Timeline, item: TimelineItem): Timeline =>
  mergeHead(known, { items: [item], next: null })

export const setStatus = (known: Timeline, messageId: string, status: Message['status']): Timeline => ({
  ...known,
  pages: known.pages.map((page) => ({
    ...page,
    items: page.items.map((item) =>
      item.kind === 'message' && item.message.id === messageId
        ? { ...item, message: advance(item.message, status) }
        : item,
    ),
  })),
})

/** Oldest first, each once. */
export function flatten(timeline: Timeline | undefined): TimelineItem[] {
  const items = new Map<string, TimelineItem>()
  for (const page of timeline?.pages ?? [])
    for (const item of page.items) if (!items.has(idOf(item))) items.set(idOf(item), item)
  return [...items.values()].reverse()
}
