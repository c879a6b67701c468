import { queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { WantedCannedReply } from './types'

const PATH = '/api/v1/canned-replies'
const at = (id: string) => ({ params: { path: { id } } })

export const addReply = (wanted: WantedCannedReply) => body(() => api.POST(PATH, { body: wanted }))
export const changeReply = (id: string, wanted: WantedCannedReply) => body(() => api.PUT(`${PATH}/{id}`, { ...at(id), body: wanted }))
export const removeReply = (id: string) => body(() => api.DELETE(`${PATH}/{id}`, at(id)))
export const countUse = (id: string) => body(() => api.POST(`${PATH}/{id}/uses`, at(id)))

/** Asked for where one is looked for, and then kept: news tell when it is another list. */
export const cannedReplies = queryOptions({ queryKey: ['canned-replies'], queryFn: () => body(() => api.GET(PATH)), staleTime: 60_000 })
