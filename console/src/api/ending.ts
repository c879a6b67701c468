import { queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { EndingOfDepartment } from './types'

const at = (id: string) => ({ params: { path: { id } } })
const REASONS = '/api/v1/dispositions'
const CONVERSATION = '/api/v1/conversations/{id}'

export const snooze = (id: string, until: string | null) => body(() => api.PUT(`${CONVERSATION}/snooze`, { ...at(id), body: { until } }))
export const wake = (id: string) => body(() => api.DELETE(`${CONVERSATION}/snooze`, at(id)))

export const addDisposition = (name: string) => body(() => api.POST(REASONS, { body: { name } }))
export const renameDisposition = (id: string, name: string) => body(() => api.PUT(`${REASONS}/{id}`, { ...at(id), body: { name } }))
export const removeDisposition = (id: string) => body(() => api.DELETE(`${REASONS}/{id}`, at(id)))
export const orderDispositions = (ids: string[]) => body(() => api.PUT(`${REASONS}/order`, { body: { ids } }))

export const setReopening = (reopeningMinutes: number) => body(() => api.PUT('/api/v1/reopening', { body: { reopeningMinutes } }))
export const setEnding = (department: string, wanted: EndingOfDepartment) =>
  body(() => api.PUT('/api/v1/departments/{id}/ending', { ...at(department), body: wanted }))
export const endWrapUp = (conversation: string) => body(() => api.DELETE('/api/v1/me/wrap-ups/{id}', at(conversation)))

export const endingQueries = {
  dispositions: queryOptions({ queryKey: ['dispositions'], queryFn: () => body(() => api.GET(REASONS)) }),
  reopening: queryOptions({ queryKey: ['reopening'], queryFn: () => body(() => api.GET('/api/v1/reopening')) }),
  department: (id: string) => queryOptions({ queryKey: ['ending', id], queryFn: () => body(() => api.GET('/api/v1/departments/{id}/ending', at(id))) }),
  wrapUps: queryOptions({ queryKey: ['wrap-ups'], queryFn: () => body(() => api.GET('/api/v1/me/wrap-ups')) }),
}
