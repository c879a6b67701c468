import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { WantedCalendar } from './types'

const at = (id: string) => ({ params: { path: { id } } })
const PATH = '/api/v1/calendars'

export const addCalendar = (calendar: WantedCalendar) => body(() => api.POST(PATH, { body: calendar }))
export const replaceCalendar = (id: string, version: number, calendar: WantedCalendar) =>
  body(() => api.PUT(`${PATH}/{id}`, { ...at(id), body: { version, calendar } }))
export const removeCalendar = (id: string) => body(() => api.DELETE(`${PATH}/{id}`, at(id)))
export const readHolidays = (file: File) => {
  const form = new FormData()
  form.append('file', file)
  return body(() => api.POST('/api/v1/holiday-files', { body: { file: '' }, bodySerializer: () => form }))
}

/** Asked for by their own pages only, so the inbox need not wait for them. */
export const calendarQueries = {
  all: infiniteQueryOptions({
    queryKey: ['calendars'],
    queryFn: ({ pageParam }) => body(() => api.GET(PATH, { params: { query: { cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Whether they are open changes with the clock.
    refetchInterval: 60_000,
  }),
  /** What is being edited is not taken away by what others do meanwhile. */
  one: (id: string) =>
    queryOptions({ queryKey: ['calendar', id], queryFn: () => body(() => api.GET(`${PATH}/{id}`, at(id))), staleTime: Infinity, gcTime: 0 }),
}
