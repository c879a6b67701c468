import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { NewBroadcast } from './types'

const PATH = '/api/v1/broadcasts'
const at = (id: string) => ({ params: { path: { id } } })

/** Whom to list of a broadcast's recipients. */
export interface RecipientFilter {
  state?: string
  replied?: boolean
}

export const list = (cursor: string | null) => body(() => api.GET(PATH, { params: { query: { cursor: cursor ?? undefined, limit: 50 } } }))
export const one = (id: string) => body(() => api.GET(`${PATH}/{id}`, at(id)))
export const recipients = (id: string, filter: RecipientFilter, cursor: string | null) =>
  body(() => api.GET(`${PATH}/{id}/recipients`, { params: { path: { id }, query: { ...filter, cursor: cursor ?? undefined, limit: 50 } } }))
export const draft = (wanted: NewBroadcast) => body(() => api.POST(`${PATH}/drafts`, { body: wanted }))
export const plan = (wanted: NewBroadcast) => body(() => api.POST(PATH, { body: wanted }))
export const pause = (id: string) => body(() => api.POST(`${PATH}/{id}/pause`, at(id)))
export const resume = (id: string) => body(() => api.DELETE(`${PATH}/{id}/pause`, at(id)))
export const cancel = (id: string) => body(() => api.POST(`${PATH}/{id}/cancellation`, at(id)))

/** Asked for by their own pages only, so the inbox need not wait for them. */
export const broadcastQueries = {
  all: infiniteQueryOptions({
    queryKey: ['broadcasts', 'list'],
    queryFn: ({ pageParam }) => list(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  }),
  one: (id: string) => queryOptions({ queryKey: ['broadcasts', 'one', id], queryFn: () => one(id) }),
  recipients: (id: string, filter: RecipientFilter) =>
    infiniteQueryOptions({
      queryKey: ['broadcasts', 'recipients', id, filter],
      queryFn: ({ pageParam }) => recipients(id, filter, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
  draft: (wanted: NewBroadcast) =>
    queryOptions({ queryKey: ['broadcasts', 'draft', wanted], queryFn: () => draft(wanted), staleTime: 0 }),
}
