import { queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { Criteria } from './types'

const at = (id: string) => ({ params: { path: { id } } })

export const listSegments = () => body(() => api.GET('/api/v1/segments'))
export const sampleSegment = (id: string) => body(() => api.GET('/api/v1/segments/{id}/sample', at(id)))
export const addSegment = (name: string, criteria: Criteria) => body(() => api.POST('/api/v1/segments', { body: { name, criteria } }))
export const changeSegment = (id: string, name: string, criteria: Criteria) =>
  body(() => api.PATCH('/api/v1/segments/{id}', { ...at(id), body: { name, criteria } }))
export const removeSegment = (id: string) => body(() => api.DELETE('/api/v1/segments/{id}', at(id)))

/** Asked for by their own pages only, so the inbox need not wait for them. */
export const segmentQueries = {
  all: queryOptions({ queryKey: ['segments'], queryFn: listSegments }),
  sample: (id: string) => queryOptions({ queryKey: ['segment', id], queryFn: () => sampleSegment(id) }),
}
