import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { ConversationQuery } from './calls'
import type { paths } from './schema'

type Asked = NonNullable<paths['/api/v1/search/messages']['get']['parameters']['query']>
export type SearchQuery = Omit<Asked, 'cursor' | 'limit'>

const FEW = 5
const PAGE = 20

export const searchQueries = {
  messages: (query: SearchQuery) =>
    infiniteQueryOptions({
      queryKey: ['search', query],
      queryFn: ({ pageParam, signal }) =>
        body(() => api.GET('/api/v1/search/messages', { signal, params: { query: { ...query, cursor: pageParam ?? undefined, limit: PAGE } } })),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
  conversations: (query: ConversationQuery) =>
    infiniteQueryOptions({
      queryKey: ['search', 'conversations', query],
      queryFn: ({ pageParam, signal }) =>
        body(() => api.GET('/api/v1/conversations', { signal, params: { query: { ...query, cursor: pageParam ?? undefined, limit: FEW } } })),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
}
