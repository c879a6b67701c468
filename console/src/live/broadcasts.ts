import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { askAnew } from '../api/cache'
import type { Broadcast, Page } from '../api/types'
import type { News } from './news'
import { sparing } from './batch'

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
  const further = of(true)
  further.forEach((id) => moved.add(id))
  if (further.size > 0) lookAtMoved(client)
  return [
    ...[...turned, ...further].map((id) => askAnew(client, { queryKey: ['broadcasts', 'one', id] })),
    ...[...turned].map((id) => askAnew(client, { queryKey: ['broadcasts', 'recipients', id] })),
    ...(turned.size > 0 ? [askAnew(client, { queryKey: ['broadcasts', 'list'] })] : []),
  ]
}

const moved = new Set<string>()

const lookAtMoved = sparing((client: QueryClient) => {
  const ids = new Set(moved)
  moved.clear()
  ids.forEach((id) => void askAnew(client, { queryKey: ['broadcasts', 'recipients', id] }))
  void askAnew(client, {
    queryKey: ['broadcasts', 'list'],
    predicate: ({ state }) => shows(state.data as InfiniteData<Page<Broadcast>> | undefined, ids),
  })
}, PACE)

const shows = (list: InfiniteData<Page<Broadcast>> | undefined, ids: Set<string>) =>
  list?.pages.some(({ items }) => items.some(({ id }) => ids.has(id))) ?? false
