import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { WantedAvailability, WantedBreakReason } from './types'

const at = (id: string) => ({ params: { path: { id } } })
const REASONS = '/api/v1/break-reasons'

export const getAvailability = () => body(() => api.GET('/api/v1/me/availability'))
export const putAvailability = (wanted: WantedAvailability) => body(() => api.PUT('/api/v1/me/availability', { body: wanted }))
export const setAvailability = (agent: string, wanted: WantedAvailability) =>
  body(() => api.PUT('/api/v1/agents/{id}/availability', { ...at(agent), body: wanted }))

export const addReason = (reason: WantedBreakReason) => body(() => api.POST(REASONS, { body: reason }))
export const renameReason = (id: string, reason: WantedBreakReason) => body(() => api.PUT(`${REASONS}/{id}`, { ...at(id), body: reason }))
export const removeReason = (id: string) => body(() => api.DELETE(`${REASONS}/{id}`, at(id)))

export const setGrace = (graceMinutes: number) => body(() => api.PUT('/api/v1/absence-rule', { body: { graceMinutes } }))

/** From when to when, as the server writes moments. */
export interface Range {
  from: string
  to: string
}

const listSpells = (agent: string | undefined, range: Range, cursor: string | null) => {
  const query = { ...range, cursor: cursor ?? undefined, limit: 100 }
  return agent === undefined
    ? body(() => api.GET('/api/v1/me/timeline', { params: { query } }))
    : body(() => api.GET('/api/v1/agents/{id}/timeline', { params: { path: { id: agent }, query } }))
}

export const attendanceQueries = {
  reasons: queryOptions({ queryKey: ['break-reasons'], queryFn: () => body(() => api.GET(REASONS)) }),
  rule: queryOptions({ queryKey: ['absence-rule'], queryFn: () => body(() => api.GET('/api/v1/absence-rule')) }),
  /** Of an agent, or of oneself. */
  spells: (agent: string | undefined, range: Range) =>
    infiniteQueryOptions({
      queryKey: ['spells', agent, range],
      queryFn: ({ pageParam }) => listSpells(agent, range, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
}
