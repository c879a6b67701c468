import { api, body } from './client'
import type { CodeWanted, NewMetaApp, NewNumber, NumberProfile } from './types'

/** What opens an account: the token of a system user, or what a signup granted instead. */
export type Access = { accountId: string; token?: string; grant?: string }

const at = (id: string) => ({ params: { path: { id } } })

export const check = (access: Access) => body(() => api.POST('/api/v1/channels/checks', { body: access }))
export const connect = (wanted: NewNumber) => body(() => api.POST('/api/v1/channels', { body: wanted }))
export const standing = (id: string) => body(() => api.GET('/api/v1/channels/{id}/check', at(id)))
export const rename = (id: string, name: string) => body(() => api.PUT('/api/v1/channels/{id}/name', { ...at(id), body: { name } }))
export const moveTo = (id: string, appId: string | null, token: string) =>
  body(() => api.PUT('/api/v1/channels/{id}/app', { ...at(id), body: { ...(appId && { appId }), token } }))
export const renewToken = (id: string, token: string) => body(() => api.PUT('/api/v1/channels/{id}/token', { ...at(id), body: { token } }))
export const disconnect = (id: string) => body(() => api.DELETE('/api/v1/channels/{id}', at(id)))
export const askForCode = (id: string, wanted: CodeWanted) => body(() => api.POST('/api/v1/channels/{id}/codes', { ...at(id), body: wanted }))
export const proveCode = (id: string, code: string) => body(() => api.POST('/api/v1/channels/{id}/codes/proof', { ...at(id), body: { code } }))
export const register = (id: string, pin: string) => body(() => api.POST('/api/v1/channels/{id}/registration', { ...at(id), body: { pin } }))
export const changePin = (id: string, pin: string) => body(() => api.PUT('/api/v1/channels/{id}/pin', { ...at(id), body: { pin } }))
export const getProfile = (id: string) => body(() => api.GET('/api/v1/channels/{id}/profile', at(id)))
export const putProfile = (id: string, profile: NumberProfile) =>
  body(() => api.PUT('/api/v1/channels/{id}/profile', { ...at(id), body: profile }))
export const showPicture = (id: string, file: File) => {
  const form = new FormData()
  form.append('file', file)
  return body(() => api.POST('/api/v1/channels/{id}/profile/picture', { ...at(id), body: { file: '' }, bodySerializer: () => form }))
}
export const getSignup = () => body(() => api.GET('/api/v1/channels/signup'))
export const grant = (code: string) => body(() => api.POST('/api/v1/channels/signup/grants', { body: { code } }))

export const listNews = (id: string) => body(() => api.GET('/api/v1/channels/{id}/news', at(id)))
export const listApps = () => body(() => api.GET('/api/v1/meta-apps'))
export const addApp = (app: NewMetaApp) => body(() => api.POST('/api/v1/meta-apps', { body: app }))
export const removeApp = (id: string) => body(() => api.DELETE('/api/v1/meta-apps/{id}', at(id)))
export const addAppSecret = (id: string, secret: string) =>
  body(() => api.POST('/api/v1/meta-apps/{id}/secrets', { ...at(id), body: { secret } }))
export const retireOldAppSecret = (id: string) => body(() => api.DELETE('/api/v1/meta-apps/{id}/secrets/old', at(id)))
export const retireNewAppSecret = (id: string) => body(() => api.DELETE('/api/v1/meta-apps/{id}/secrets/new', at(id)))
