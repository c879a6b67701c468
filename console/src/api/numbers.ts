import { api, body } from './client'
import type { NewMetaApp, NewNumber } from './types'

export const check = (access: { accountId: string; token: string }) =>
  body(() => api.POST('/api/v1/channels/checks', { body: access }))
export const connect = (wanted: NewNumber) => body(() => api.POST('/api/v1/channels', { body: wanted }))
export const standing = (id: string) => body(() => api.GET('/api/v1/channels/{id}/check', { params: { path: { id } } }))
export const listNews = (id: string) => body(() => api.GET('/api/v1/channels/{id}/news', { params: { path: { id } } }))

const one = (id: string) => ({ params: { path: { id } } })
export const listApps = () => body(() => api.GET('/api/v1/meta-apps'))
export const addApp = (app: NewMetaApp) => body(() => api.POST('/api/v1/meta-apps', { body: app }))
export const removeApp = (id: string) => body(() => api.DELETE('/api/v1/meta-apps/{id}', one(id)))
export const addAppSecret = (id: string, secret: string) =>
  body(() => api.POST('/api/v1/meta-apps/{id}/secrets', { ...one(id), body: { secret } }))
export const retireOldAppSecret = (id: string) => body(() => api.DELETE('/api/v1/meta-apps/{id}/secrets/old', one(id)))
export const retireNewAppSecret = (id: string) => body(() => api.DELETE('/api/v1/meta-apps/{id}/secrets/new', one(id)))
