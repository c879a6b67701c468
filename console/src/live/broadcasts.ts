import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Broadcast, Page } from '../api/types'
import type { News } from './news'

/** Lists of many rows are not asked for more often than anybody follows them. */
const PACE = 3_000

/** Asks again for the broadcasts that news tell of, where they are shown; what others would be does not change with them. */
export function digestBroadcasts(client: QueryClient, news: News[]) {
  const of = (progressed: boolean) =>
    new Set(
      news.flatMap(({ kind, broadcastId }) =>
        broadcastId && kind.startsWith('broadcast.') && (kind === 'broadcast.progressed') === progressed ? [broadcastId] : [],
      ),
    )
  const turned = of(false)
  const moved = of(true)
  if (moved.size > 0) later(client, moved)
  return [
    ...[...turned, ...moved].map((id) => client.invalidateQueries({ queryKey: ['broadcasts', 'one', id] })),
    ...[...turned].map((id) => client.invalidateQueries({ queryKey: ['broadcasts', 'recipients', id] })),
    ...(turned.size > 0 ? [client.invalidateQueries({ queryKey: ['broadcasts', 'list'] })] : []),
  ]
}

const paced = new WeakMap<QueryClient, Set<string>>()

/** At once, and then all that came meanwhile together. */
function later(client: QueryClient, ids: Set<string>) {
  const waiting = paced.get(client)
  if (waiting) {
    ids.forEach((id) => waiting.add(id))
    return
  }
  const meanwhile = new Set<string>()
  paced.set(client, meanwhile)
  setTimeout(() => {
    paced.delete(client)
    if (meanwhile.size > 0) later(client, meanwhile)
  }, PACE)
  ids.forEach((id) => void client.invalidateQueries({ queryKey: ['broadcasts', 'recipients', id] }))
  void client.invalidateQueries({
    queryKey: ['broadcasts', 'list'],
    predicate: ({ state }) => shows(state.data as InfiniteData<Page<Broadcast>> | undefined, ids),
  })
}

const shows = (list: InfiniteData<Page<Broadcast>> | undefined, ids: Set<string>) =>
  list?.pages.some(({ items }) => items.some(({ id }) => ids.has(id))) ?? false
