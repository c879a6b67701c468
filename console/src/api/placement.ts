import type { ConversationQuery } from './calls'
import type { Conversation, Page } from './types'

interface Pages {
  pages: Page<Conversation>[]
  pageParams: unknown[]
}

/** Whether a list asks for this conversation; undefined where only the server can tell. */
function asksFor(query: ConversationQuery, conversation: Conversation, me: string): boolean | undefined {
  const assignee = query.assignee === 'me' ? me : query.assignee === 'none' ? undefined : query.assignee
  if (query.status && query.status !== conversation.status) return false
  if (query.handler && query.handler !== conversation.handler) return false
  if (query.assignee && assignee !== conversation.assignee?.id) return false
  if (query.department && query.department !== conversation.department?.id) return false
  if (query.label && !conversation.labels.includes(query.label)) return false
  return query.q ? undefined : true
}

/** Moves a changed conversation to where the server would list it, or nowhere. */
export function place(list: Pages, query: ConversationQuery, changed: Conversation, me: string): Pages {
  const asked = asksFor(query, changed, me)
  const present = list.pages.some((page) => page.items.some((item) => item.id === changed.id))
  if (asked === undefined) return present ? replace(list, changed) : list
  const rest = present ? without(list, changed.id) : list
  return asked ? insert(rest, changed, query.order === 'due' ? dueLater : isOlder) : rest
}

const eachPage = (list: Pages, items: (page: Page<Conversation>, index: number) => Conversation[]): Pages => ({
  ...list,
  pages: list.pages.map((page, index) => ({ ...page, items: items(page, index) })),
})

const replace = (list: Pages, changed: Conversation) =>
  eachPage(list, (page) => page.items.map((item) => (item.id === changed.id ? changed : item)))

const without = (list: Pages, id: string) => eachPage(list, (page) => page.items.filter((item) => item.id !== id))

type After = (item: Conversation, changed: Conversation) => boolean

const isOlder: After = (item, changed) => item.lastMessageAt < changed.lastMessageAt
const due = ({ target, id }: Conversation) => `${target?.dueAt ?? '9'} ${id}`
const dueLater: After = (item, changed) => due(item) > due(changed)

function insert(list: Pages, changed: Conversation, comesAfter: After) {
  const older = (item: Conversation) => comesAfter(item, changed)
  const found = list.pages.findIndex((page) => page.items.some(older))
  const last = list.pages.length - 1
  if (found < 0 && list.pages[last]?.next) return list
  const target = found < 0 ? last : found
  return eachPage(list, ({ items }, index) => {
    if (index !== target) return items
    const before = items.findIndex(older)
    return before < 0 ? [...items, changed] : items.toSpliced(before, 0, changed)
  })
}
