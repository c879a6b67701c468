import { queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { ServiceTarget, WantedOfficeHours } from './types'

const at = (id: string) => ({ params: { path: { id } } })

export const setTargets = (department: string, targets: ServiceTarget[]) =>
  body(() => api.PUT('/api/v1/departments/{id}/targets', { ...at(department), body: { targets } }))
export const setWarning = (warnPercent: number) => body(() => api.PUT('/api/v1/targets/warning', { body: { warnPercent } }))
/** Of a department, or of the whole business. */
export const setHours = (department: string | null, wanted: WantedOfficeHours) =>
  body(() =>
    department === null
      ? api.PUT('/api/v1/office-hours', { body: wanted })
      : api.PUT('/api/v1/departments/{id}/hours', { ...at(department), body: wanted }),
  )
export const setEntrance = (channel: string, departmentId: string | null) =>
  body(() => api.PUT('/api/v1/channels/{id}/department', { ...at(channel), body: { departmentId } }))

/** Asked for by the pages that show them only. */
export const targetQueries = {
  all: queryOptions({ queryKey: ['service-targets'], queryFn: () => body(() => api.GET('/api/v1/targets')) }),
  hours: queryOptions({
    queryKey: ['office-hours'],
    queryFn: () => body(() => api.GET('/api/v1/office-hours')),
    // Whether they are open changes with the clock.
    refetchInterval: 60_000,
  }),
  entrance: (channel: string) => queryOptions({ queryKey: ['entrance', channel], queryFn: () => body(() => api.GET('/api/v1/channels/{id}/department', at(channel))) }),
}
