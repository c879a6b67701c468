import { api, body, renewing } from './client'
import type { PasskeyAnswer, SecurityPolicy } from './types'

const at = (id: string) => ({ params: { path: { id } } })

export const signIn = (email: string, password: string, business?: string) =>
  body(renewing(() => api.POST('/api/v1/session', { body: { email, password, business } })))
export const signOut = () => body(() => api.DELETE('/api/v1/session'))
export const getSession = () => body(() => api.GET('/api/v1/session'))
export const askForAnyPasskey = () => body(() => api.POST('/api/v1/session/passkey-challenge'))
export const signInWithPasskey = (passkey: PasskeyAnswer) =>
  body(renewing(() => api.POST('/api/v1/session/passkey', { body: passkey })))

/** One way to show who sits there; not every way goes everywhere. */
export type Shown = { password: string } | { code: string } | { recoveryCode: string } | { passkey: PasskeyAnswer }

export const askForOwnPasskey = () => body(() => api.POST('/api/v1/session/factor-challenge'))
export const showSecondFactor = (shown: Shown) =>
  body(renewing(() => api.POST('/api/v1/session/second-factor', { body: shown })))
export const confirm = (shown: Shown) => body(renewing(() => api.POST('/api/v1/session/confirmation', { body: shown })))

export const getSecurity = () => body(() => api.GET('/api/v1/me/security'))
export const changePassword = (current: string, password: string) =>
  body(renewing(() => api.PUT('/api/v1/me/password', { body: { current, password } })))
export const beginCodes = () => body(() => api.POST('/api/v1/me/one-time-code'))
export const addCodes = (code: string) => body(renewing(() => api.PUT('/api/v1/me/one-time-code', { body: { code } })))
export const removeCodes = () => body(() => api.DELETE('/api/v1/me/one-time-code'))
export const renewRecoveryCodes = () => body(() => api.POST('/api/v1/me/recovery-codes'))
export const askForNewPasskey = () => body(() => api.POST('/api/v1/me/passkey-challenge'))
export const addPasskey = (label: string, passkey: RegistrationResponseJSON) =>
  body(renewing(() => api.POST('/api/v1/me/passkeys', { body: { label, passkey } })))
export const renamePasskey = (id: string, label: string) =>
  body(() => api.PATCH('/api/v1/me/passkeys/{id}', { ...at(id), body: { label } }))
export const removePasskey = (id: string) => body(() => api.DELETE('/api/v1/me/passkeys/{id}', at(id)))

export const listSessions = () => body(() => api.GET('/api/v1/me/sessions'))
export const endSession = (id: string) => body(() => api.DELETE('/api/v1/me/sessions/{id}', at(id)))
export const endOtherSessions = () => body(() => api.DELETE('/api/v1/me/sessions'))

export const getPolicy = () => body(() => api.GET('/api/v1/security-policy'))
export const putPolicy = (policy: SecurityPolicy) => body(() => api.PUT('/api/v1/security-policy', { body: policy }))
