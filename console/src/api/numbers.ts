import { api, body } from './client'
import type { NewNumber } from './types'

export const check = (access: { accountId: string; token: string }) =>
  body(() => api.POST('/api/v1/channels/checks', { body: access }))
export const connect = (wanted: NewNumber) => body(() => api.POST('/api/v1/channels', { body: wanted }))
export const standing = (id: string) => body(() => api.GET('/api/v1/channels/{id}/check', { params: { path: { id } } }))
