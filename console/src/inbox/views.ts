import type { ConversationQuery } from '../api/calls'
import type { Conversation } from '../api/types'

export const VIEWS = ['mine', 'queue', 'open', 'snoozed', 'resolved'] as const
export type View = (typeof VIEWS)[number]

export const isView = (value: string): value is View => (VIEWS as readonly string[]).includes(value)

/** What narrows a view; it lives in the address, so that a list can be passed on and returned to. */
export interface Filter {
  q?: string
  department?: string
  label?: string
  order?: 'due'
  panel?: boolean
  /** The message or note that an opened conversation is shown at. */
  message?: string
}

/** What goes along to another conversation or back to the list. */
export const listFilter = ({ panel: _, message: __, ...filter }: Filter): Filter => filter

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export function readFilter(search: Record<string, unknown>): Filter {
  const q = typeof search.q === 'number' ? String(search.q) : text(search.q)
  const department = text(search.department)
  const label = text(search.label)
  const order = search.order === 'due' ? ('due' as const) : undefined
  const panel = search.panel === true || undefined
  const message = text(search.message)
  return { ...(message && { message }), ...(q && { q }), ...(department && { department }), ...(label && { label }), ...(order && { order }), ...(panel && { panel }) }
}

const QUERIES: Record<View, ConversationQuery> = {
  mine: { status: 'open', assignee: 'me' },
  queue: { status: 'open', handler: 'queue' },
  open: { status: 'open' },
  snoozed: { status: 'snoozed' },
  resolved: { status: 'resolved' },
}

export const queryOf = (view: View, { q, department, label, order }: Filter): ConversationQuery => ({
  ...QUERIES[view],
  ...(q && { q }),
  ...(department && { department }),
  ...(label && { label }),
  // What is resolved has nothing to be late for.
  ...(order && view !== 'resolved' && { order }),
})

/** The view that shows a conversation: the one it is looked at in, unless it has left that one. */
export function viewOf(view: View, { status, handler, assignee }: Conversation, me: string): View {
  const mine = assignee?.id === me
  if (status === 'resolved') return view
  if (status === 'snoozed') return 'snoozed'
  if (view === 'open' || (view === 'mine' && mine) || (view === 'queue' && handler === 'queue')) return view
  return mine ? 'mine' : handler === 'queue' ? 'queue' : 'open'
}

/** In the queue whoever waits longest is seen first, unless another order is asked for; everywhere else the server's order holds. */
export function inOrder(view: View, items: Conversation[], order?: 'due') {
  const since = ({ waitingSince, openedAt }: Conversation) => waitingSince ?? openedAt
  return view === 'queue' && !order ? items.toSorted((a, b) => (since(a) < since(b) ? -1 : 1)) : items
}

/** Whom to turn to when this one is done: the one below, at the end of the list the one above. */
export function nextTo(items: Conversation[], id: string) {
  const at = items.findIndex((item) => item.id === id)
  return at < 0 ? items[0] : (items[at + 1] ?? items[at - 1])
}
