import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { ListPlan } from './types'

const at = (id: string) => ({ params: { path: { id } } })
const PATH = '/api/v1/contact-lists'

/** How a file is written; left out, as it looks. */
export interface Writing {
  encoding?: string
  separator?: string
}

/** Lines by what they were found to be, or by what has become of them. */
export interface LineFilter {
  verdict?: string
  outcome?: string
}

export const listContactLists = (cursor: string | null) =>
  body(() => api.GET(PATH, { params: { query: { cursor: cursor ?? undefined, limit: 20 } } }))
export const getContactList = (id: string) => body(() => api.GET(`${PATH}/{id}`, at(id)))
export const bringContactList = (file: File, query: Writing) => {
  const form = new FormData()
  form.append('file', file)
  return body(() => api.POST(PATH, { params: { query }, body: { file: '' }, bodySerializer: () => form }))
}
export const checkContactList = (id: string, plan: ListPlan) => body(() => api.PUT(`${PATH}/{id}/plan`, { ...at(id), body: plan }))
export const startContactList = (id: string) => body(() => api.POST(`${PATH}/{id}/start`, at(id)))
export const removeContactList = (id: string) => body(() => api.DELETE(`${PATH}/{id}`, at(id)))
export const listLines = (id: string, which: LineFilter, after: number) =>
  body(() => api.GET(`${PATH}/{id}/lines`, { params: { path: { id }, query: { ...which, after, limit: 20 } } }))
export const getLeftOut = async (id: string) =>
  (await body(() => api.GET(`${PATH}/{id}/left-out`, { ...at(id), parseAs: 'blob' }))) as Blob
export const exportContacts = async (label?: string) =>
  (await body(() => api.GET('/api/v1/contact-export', { params: { query: { label } }, parseAs: 'blob' }))) as Blob
export const exportSegment = async (id: string) =>
  (await body(() => api.GET('/api/v1/segments/{id}/export', { ...at(id), parseAs: 'blob' }))) as Blob

/** Asked for by their own pages only, so the inbox need not wait for them. */
export const listQueries = {
  all: infiniteQueryOptions({
    queryKey: ['contact-lists'],
    queryFn: ({ pageParam }) => listContactLists(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  }),
  one: (id: string) => queryOptions({ queryKey: ['contact-list', id], queryFn: () => getContactList(id) }),
  lines: (id: string, which: LineFilter) =>
    infiniteQueryOptions({
      queryKey: ['contact-list', id, 'lines', which],
      queryFn: ({ pageParam }) => listLines(id, which, pageParam),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => (next ? Number(next) : undefined),
    }),
}
