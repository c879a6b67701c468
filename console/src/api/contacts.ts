import { api, body } from './client'
import type { ContactChanges } from './types'

export interface ContactsQuery {
  q?: string
  label?: string
}

const at = (id: string) => ({ params: { path: { id } } })

export const listContacts = (query: ContactsQuery, cursor: string | null) =>
  body(() => api.GET('/api/v1/contacts', { params: { query: { ...query, cursor: cursor ?? undefined, limit: 50 } } }))
export const listContactLabels = () => body(() => api.GET('/api/v1/contact-labels'))
export const changeContact = (id: string, changes: ContactChanges) =>
  body(() => api.PATCH('/api/v1/contacts/{id}', { ...at(id), body: changes }))
export const mergeContact = (id: string, into: string) =>
  body(() => api.PUT('/api/v1/contacts/{id}/merge', { ...at(id), body: { into } }))
export const separateContact = (id: string) => body(() => api.DELETE('/api/v1/contacts/{id}/merge', at(id)))
export const listConversationsWith = (contact: string, cursor: string | null) =>
  body(() => api.GET('/api/v1/conversations', { params: { query: { contact, cursor: cursor ?? undefined, limit: 20 } } }))
