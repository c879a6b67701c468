import { queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { DepartmentTexts, GreetingSetting } from './types'

const at = (id: string) => ({ params: { path: { id } } })

export const putTexts = (department: string, texts: DepartmentTexts) =>
  body(() => api.PUT('/api/v1/departments/{id}/texts', { ...at(department), body: texts }))
export const putSetting = (setting: GreetingSetting) => body(() => api.PUT('/api/v1/greeting-setting', { body: setting }))

/** Asked for by their own page only. What is being edited is not taken away by what others do meanwhile. */
export const greetingQueries = {
  texts: (department: string) =>
    queryOptions({
      queryKey: ['department-texts', department],
      queryFn: () => body(() => api.GET('/api/v1/departments/{id}/texts', at(department))),
      staleTime: Infinity,
      gcTime: 0,
    }),
  setting: queryOptions({ queryKey: ['greeting-setting'], queryFn: () => body(() => api.GET('/api/v1/greeting-setting')), staleTime: Infinity, gcTime: 0 }),
}
