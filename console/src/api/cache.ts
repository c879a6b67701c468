import type { InfiniteData, Query, QueryClient, QueryFilters } from '@tanstack/react-query'
import * as calls from './calls'
import { place } from './placement'
import { isProblem } from './problem'
import { queries } from './queries'
import { mergeHead, mergeItem, setStatus, type Timeline } from './timeline'
import type { Conversation, Message, Page, TimelineItem } from './types'

/** Writes a conversation everywhere it is shown, and into or out of the lists that now ask for it. */
export function putConversation(client: QueryClient, conversation: Conversation) {
  const me = client.getQueryData(queries.me.queryKey)?.user.id ?? ''
  client.setQueryData(queries.conversation(conversation.id).queryKey, conversation)
  const lists = client.getQueriesData<InfiniteData<Page<Conversation>>>({ queryKey: ['conversations'] })
  for (const [key, list] of lists)
    if (list) client.setQueryData(key, place(list, key[1] as calls.ConversationQuery, conversation, me))
  askAgain(client, { queryKey: ['conversations'] })
}

export function putTimelineItem(client: QueryClient, conversationId: string, item: TimelineItem) {
  editTimeline(client, conversationId, (known) => mergeItem(known, item))
}

export function putStatus(client: QueryClient, conversationId: string, messageId: string, status: Message['status']) {
  editTimeline(client, conversationId, (known) => setStatus(known, messageId, status))
}

export const refreshConversation = (client: QueryClient, id: string) =>
  inTurn(`conversation ${id}`, async () => {
    try {
      putConversation(client, await calls.getConversation(id))
    } catch (error) {
      if (!isProblem(error, 'not-found')) throw error
      await dropConversation(client, id)
    }
  })

/** Takes a conversation that is no longer this person's to see from wherever it is shown. */
function dropConversation(client: QueryClient, id: string) {
  client.setQueriesData<InfiniteData<Page<Conversation>>>({ queryKey: ['conversations'] }, (list) => list && without(list, id))
  return Promise.all([
    client.resetQueries({ queryKey: queries.timeline(id).queryKey }),
    client.resetQueries({ queryKey: queries.conversation(id).queryKey }),
  ])
}

const without = (list: InfiniteData<Page<Conversation>>, id: string) => ({
  ...list,
  pages: list.pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== id) })),
})

/** Refetches only the newest page of a timeline that somebody has looked at, and what was looked up in it. */
export async function refreshTimeline(client: QueryClient, id: string) {
  const { queryKey } = queries.timeline(id)
  void askAnew(client, { queryKey, predicate: isPart })
  askAgain(client, { queryKey, exact: true })
  if (!client.getQueryData(queryKey)) return
  await inTurn(TIMELINE + id, async () => {
    const head = await calls.getTimeline(id, null)
    client.setQueryData(queryKey, (known) => known && mergeHead(known, head))
  })
}

/** Asks anew for what is on screen, and for the rest once it is. */
export async function askAnew(client: QueryClient, which: QueryFilters) {
  const found = client.getQueryCache().findAll(which)
  await Promise.all(found.map((query) => (isOnItsWay(query) ? repeat(client, query) : ask(client, query))))
}

/** Asks once more for what is being asked for. */
export function askAgain(client: QueryClient, which: QueryFilters) {
  for (const query of client.getQueryCache().findAll(which)) if (isOnItsWay(query)) void repeat(client, query)
}

const isOnItsWay = ({ state }: Query) => state.fetchStatus === 'fetching'

const ask = (client: QueryClient, { queryKey }: Query) => client.invalidateQueries({ queryKey, exact: true })

const repeats = new WeakMap<Query, Promise<void>>()

/**
 * An answer on its way may have been given before the news. It is let in all the same and asked for once more after
 * it: news that come faster than answers would let none arrive.
 */
function repeat(client: QueryClient, query: Query) {
  const again = () => {
    repeats.delete(query)
    return ask(client, query)
  }
  const known = repeats.get(query) ?? Promise.resolve(query.promise).then(again, again)
  repeats.set(query, known)
  return known
}

/** Of a timeline, what was looked up around one of its messages. */
const isPart = ({ queryKey }: Query) => queryKey.length > 2

const TIMELINE = 'timeline '
const turns = new Map<string, Promise<void>>()

/** Asks one question about a thing at a time, so that an older answer never covers a newer one. */
function inTurn(thing: string, ask: () => Promise<void>) {
  const turn = (turns.get(thing) ?? Promise.resolve()).then(ask, ask)
  turns.set(thing, turn)
  const leave = () => void (turns.get(thing) === turn && turns.delete(thing))
  void turn.then(leave, leave)
  return turn
}

/** Once every answer about a timeline that is on its way now has come, or failed to. */
export const whenTimelinesAnswered = () =>
  Promise.allSettled([...turns].flatMap(([thing, turn]) => (thing.startsWith(TIMELINE) ? [turn] : [])))

/** Where the end of it is known; what was looked up may end before. */
function editTimeline(client: QueryClient, id: string, edit: (known: Timeline) => Timeline) {
  client.setQueriesData<Timeline>({ queryKey: queries.timeline(id).queryKey }, (known) => (known && !known.pages[0]?.newer ? edit(known) : known))
}
