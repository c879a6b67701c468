import { api, body } from './client'
import type {
  AuditEntry, Channel, Contact, Conversation, Counts, DeadLetter, Department, Me, Message, Note, Operations, Page,
  ReplyContent, StoredMedia, TimelineItem, User,
} from './types' // prettier-ignore

export interface ConversationQuery {
  status?: string
  handler?: string
  department?: string
  assignee?: string
  label?: string
  q?: string
}

const at = (id: string) => ({ params: { path: { id } } })
const page = (cursor: string | null, limit = 50) => ({ cursor: cursor ?? undefined, limit })
const PATH = '/api/v1/conversations/{id}'

export const signIn = (email: string, password: string) =>
  body<Me>(api.POST('/api/v1/session', { body: { email, password } }))
export const signOut = () => body<void>(api.DELETE('/api/v1/session'))
export const getMe = () => body<Me>(api.GET('/api/v1/me'))
export const speak = (language: 'en' | 'he') => body<Me>(api.PATCH('/api/v1/me', { body: { language } }))

export const listConversations = (query: ConversationQuery, cursor: string | null) =>
  body<Page<Conversation>>(api.GET('/api/v1/conversations', { params: { query: { ...query, ...page(cursor) } } }))
export const getConversation = (id: string) => body<Conversation>(api.GET(PATH, at(id)))
export const getCounts = () => body<Counts>(api.GET('/api/v1/conversations/counts'))
export const getTimeline = (id: string, cursor: string | null) =>
  body<Page<TimelineItem>>(api.GET(`${PATH}/timeline`, { params: { path: { id }, query: page(cursor) } }))
export const reply = (id: string, clientId: string, content: ReplyContent) =>
  body<Message>(api.POST(`${PATH}/replies`, { ...at(id), body: { clientId, content } }))
export const note = (id: string, clientId: string, text: string) =>
  body<Note>(api.POST(`${PATH}/notes`, { ...at(id), body: { clientId, body: text } }))
export const resend = (id: string, messageId: string) =>
  body<Message>(api.POST(`${PATH}/messages/{messageId}/retries`, { params: { path: { id, messageId } } }))
export const assign = (id: string, assigneeId: string, expected: string | null) =>
  body<Conversation>(api.PUT(`${PATH}/assignment`, { ...at(id), body: { assigneeId, expected: expected ?? undefined } }))
export const unassign = (id: string) => body<Conversation>(api.DELETE(`${PATH}/assignment`, at(id)))
export const resolve = (id: string) => body<Conversation>(api.POST(`${PATH}/resolution`, at(id)))
export const reopen = (id: string) => body<Conversation>(api.DELETE(`${PATH}/resolution`, at(id)))
export const markRead = (id: string) => body<void>(api.PUT(`${PATH}/read-mark`, at(id)))
export const label = (id: string, labels: string[]) => body<Conversation>(api.PUT(`${PATH}/labels`, { ...at(id), body: { labels } }))
export const listLabels = () => body<Page<{ name: string }>>(api.GET('/api/v1/labels'))
export const listDepartments = () => body<Page<Department>>(api.GET('/api/v1/departments'))
export const takeNext = (departmentId: string) =>
  body<{ conversationId: string } | undefined>(api.POST('/api/v1/departments/{id}/next-assignment', at(departmentId)))

export const getContact = (id: string) => body<Contact>(api.GET('/api/v1/contacts/{id}', at(id)))
export const listUsers = () => body<Page<User>>(api.GET('/api/v1/users'))
export const listChannels = () => body<Page<Channel>>(api.GET('/api/v1/channels'))
export const upload = (file: File) => {
  const form = new FormData()
  form.append('file', file)
  return body<StoredMedia>(api.POST('/api/v1/media', { body: { file: '' }, bodySerializer: () => form }))
}

export const listAuditEntries = (cursor: string | null) =>
  body<Page<AuditEntry>>(api.GET('/api/v1/audit-entries', { params: { query: page(cursor) } }))
export const getOperations = () => body<Operations>(api.GET('/api/v1/operations'))
export const listDeadLetters = (cursor: string | null) =>
  body<Page<DeadLetter>>(api.GET('/api/v1/dead-letters', { params: { query: page(cursor) } }))
export const replayDeadLetter = (id: string) => body<void>(api.POST('/api/v1/dead-letters/{id}/replays', at(id)))
export const discardDeadLetter = (id: string) => body<void>(api.DELETE('/api/v1/dead-letters/{id}', at(id)))
