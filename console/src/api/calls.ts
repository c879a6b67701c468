import { setServerTime } from '../ui/clock'
import { api, body } from './client'
import { isProblem } from './problem'
import type { paths } from './schema'
import type { Message, Page, ReplyContent, TimelineItem } from './types'

type Asked = NonNullable<paths['/api/v1/conversations']['get']['parameters']['query']>
export type ConversationQuery = Omit<Asked, 'cursor' | 'limit'>

const at = (id: string) => ({ params: { path: { id } } })
const page = (cursor: string | null, limit = 50) => ({ cursor: cursor ?? undefined, limit })
const PATH = '/api/v1/conversations/{id}'

/** Tells the time as well, which is read at once: what is done until it is shown takes time of its own. */
export async function getMe() {
  const askedAt = Date.now()
  const { serverTime, ...me } = await body(() => api.GET('/api/v1/me'))
  setServerTime(serverTime, askedAt)
  return me
}
export const speak = (language: 'en' | 'he') => body(() => api.PATCH('/api/v1/me', { body: { language } }))

export const listConversations = (query: ConversationQuery, cursor: string | null) =>
  body(() => api.GET('/api/v1/conversations', { params: { query: { ...query, ...page(cursor) } } }))
export const getConversation = (id: string) => body(() => api.GET(PATH, at(id)))
export const getCounts = () => body(() => api.GET('/api/v1/conversations/counts'))
export const getTimeline = async (id: string, cursor: string | null) =>
  (await body(() => api.GET(`${PATH}/timeline`, { params: { path: { id }, query: page(cursor) } }))) as Page<TimelineItem>
/** From one message on, or what is newer or older than such a part. */
export interface TimelinePart {
  around?: string
  after?: string
  cursor?: string
}
export const getTimelineAround = async (id: string, part: TimelinePart) =>
  (await body(() => api.GET(`${PATH}/timeline`, { params: { path: { id }, query: { ...part, limit: 50 } } }))) as Page<TimelineItem>
export const reply = async (id: string, clientId: string, content: ReplyContent, replyTo?: string) =>
  (await body(() => api.POST(`${PATH}/replies`, { ...at(id), body: { clientId, content, replyTo } }))) as Message
export const typing = (id: string) => body(() => api.PUT(`${PATH}/typing`, at(id)))
export const note = (id: string, clientId: string, text: string) =>
  body(() => api.POST(`${PATH}/notes`, { ...at(id), body: { clientId, body: text } }))
export const resend = (id: string, messageId: string) =>
  body(() => api.POST(`${PATH}/messages/{messageId}/retries`, { params: { path: { id, messageId } } }))
export const assign = (id: string, assigneeId: string, expected: string | null) =>
  body(() => api.PUT(`${PATH}/assignment`, { ...at(id), body: { assigneeId, expected } }))
export const unassign = (id: string) => body(() => api.DELETE(`${PATH}/assignment`, at(id)))
export const resolve = (id: string, dispositionId?: string) =>
  body(() => api.POST(`${PATH}/resolution`, { ...at(id), body: { dispositionId } }))
export const reopen = (id: string) => body(() => api.DELETE(`${PATH}/resolution`, at(id)))
export const markRead = (id: string) => body(() => api.PUT(`${PATH}/read-mark`, at(id)))
export const label = (id: string, labels: string[]) => body(() => api.PUT(`${PATH}/labels`, { ...at(id), body: { labels } }))
export const listLabels = () => body(() => api.GET('/api/v1/labels'))
export const listDepartments = () => body(() => api.GET('/api/v1/departments'))
export const takeNext = (departmentId: string) =>
  body(() => api.POST('/api/v1/departments/{id}/next-assignment', at(departmentId)))

export const listUnreadChanges = () => body(() => api.GET('/api/v1/unread-changes'))
export const getConsent = (id: string) => body(() => api.GET('/api/v1/contacts/{id}/consent', { params: { path: { id } } }))
export const declareConsent = (id: string, wantsMarketing: boolean, words: string) =>
  body(() => api.PUT('/api/v1/contacts/{id}/consent', { ...at(id), body: { wantsMarketing, words } }))
export const getContact = (id: string) => body(() => api.GET('/api/v1/contacts/{id}', at(id)))
export const listUsers = () => body(() => api.GET('/api/v1/users'))
export const listChannels = () => body(() => api.GET('/api/v1/channels'))
export const getReadReceipts = () => body(() => api.GET('/api/v1/read-receipts'))
export const putReadReceipts = (shown: boolean) => body(() => api.PUT('/api/v1/read-receipts', { body: { shown } }))
export const getLimits = () => body(() => api.GET('/api/v1/limits'))
export const fetchMediaAgain = (id: string) => body(() => api.POST('/api/v1/media/{id}/retries', at(id)))
export const upload = (file: File) => {
  const form = new FormData()
  form.append('file', file)
  return body(() => api.POST('/api/v1/media', { body: { file: '' }, bodySerializer: () => form }))
}

/** That the database is away is an answer, too. */
export const getOperations = () =>
  body(() => api.GET('/api/v1/operations')).catch((error: unknown) => {
    if (isProblem(error, 'unavailable')) return { database: 'down' } as const
    throw error
  })
export const listTimedWork = () => body(() => api.GET('/api/v1/timed-work'))
export const listDeadLetters = (cursor: string | null) =>
  body(() => api.GET('/api/v1/dead-letters', { params: { query: page(cursor) } }))
export const replayDeadLetter = (id: string) => body(() => api.POST('/api/v1/dead-letters/{id}/replays', at(id)))
export const discardDeadLetter = (id: string) => body(() => api.DELETE('/api/v1/dead-letters/{id}', at(id)))
