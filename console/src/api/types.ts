/** What the server answers with, as exactly as the console relies on it. */

export type Role = 'agent' | 'manager' | 'administrator' | 'operator'

export type Permission =
  | 'READ_CONVERSATIONS'
  | 'ANSWER_CONVERSATIONS'
  | 'ASSIGN_CONVERSATIONS'
  | 'READ_CONTACTS'
  | 'READ_USERS'
  | 'READ_AUDIT'
  | 'MANAGE_CHANNELS'
  | 'MANAGE_API_TOKENS'
  | 'OPERATE'

export interface Page<Item> {
  items: Item[]
  next: string | null
}

export interface Named {
  id: string
  name: string
}

export interface Me {
  user: Named & { email: string; language: 'en' | 'he'; role: Role }
  tenant: (Named & { language: 'en' | 'he' }) | null
  permissions: Permission[]
  simulator: string | null
  serverTime: string
}

export interface Person {
  id: string
  name: string | null
  phone: string | null
  language: string | null
}

export interface Contact extends Person {
  username: string | null
  firstSeenAt: string
  lastSeenAt: string
}

export interface Conversation {
  id: string
  contact: Person
  channelId: string
  status: 'open' | 'snoozed' | 'resolved'
  handler: 'nobody' | 'bot' | 'queue' | 'agent'
  department: Named | null
  assignee: Named | null
  unread: number
  lastMessageAt: string
  serviceWindowClosesAt: string | null
  openedAt: string
  waitingSince: string | null
  labels: string[]
  lastMessage: { direction: Message['direction']; preview: string; type: string; status: Message['status'] } | null
}

export interface Count {
  count: number
  more: boolean
}
export type Counts = Record<'mine' | 'queue' | 'open', Count>

export interface Media {
  id: string
  state: 'pending' | 'ready' | 'failed'
  mimeType: string
  size: number | null
  fileName: string | null
  url: string | null
}

export interface MediaContent {
  type: 'image' | 'audio' | 'video' | 'document' | 'sticker'
  media: Media
  caption?: string | null
  voice?: boolean | null
}

export type Content = { type: 'text'; body: string } | MediaContent | { type: 'unsupported'; kind: string }

export interface Author {
  kind: 'contact' | 'agent' | 'bot' | 'system'
  id: string | null
  name: string | null
}

export interface Message {
  id: string
  conversationId: string
  direction: 'inbound' | 'outbound'
  author: Author
  content: Content
  status: 'received' | 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unconfirmed'
  failure: { code: string; reason: string | null } | null
  /** The message that a person sent again in place of this one. */
  retriedBy?: string | null
  at: string
  clientId: string | null
}

export interface Note {
  id: string
  author: Author
  body: string
  at: string
  clientId: string | null
}

export interface ConversationEvent {
  id: string
  type: 'opened' | 'queued' | 'assigned' | 'unassigned' | 'resolved' | 'reopened' | 'labeled'
  actor: Author | null
  subject: Named | null
  at: string
}

export type TimelineItem =
  | { kind: 'message'; at: string; message: Message }
  | { kind: 'note'; at: string; note: Note }
  | { kind: 'event'; at: string; event: ConversationEvent }

export type ReplyContent =
  | { type: 'text'; body: string }
  | { type: 'image' | 'audio' | 'video' | 'document'; mediaId: string; caption?: string }

export interface StoredMedia {
  id: string
  mimeType: string
  size: number
  fileName: string | null
}

export type Department = Named & { waiting: number }
export type User = Named & { role: Role }
export type Channel = Named & { phoneNumberId: string; displayPhoneNumber: string }

export interface AuditEntry {
  id: string
  at: string
  action: string
  actor: Named | null
  subject: string | null
}

export interface DeadLetter {
  id: string
  receivedAt: string
  failedAt: string
  reason: string
  attempts: number
  size: number
}

export interface Operations {
  tenants: number
  deliveriesWaiting: number
  outboxWaiting: number
  deadLetters: number
  database: 'up' | 'down'
}
