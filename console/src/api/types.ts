import type { components } from './schema'

type Schemas = components['schemas']
export type Me = Schemas['Me']
export type Conversation = Schemas['Conversation']
export type Counts = Schemas['Counts']
export type Message = Schemas['Message']
export type Content = Schemas['Content']
export type MediaContent = Schemas['MediaContent']
export type Media = Schemas['Media']
export type Note = Schemas['Note']
export type ConversationEvent = Schemas['Event']
export type TimelineItem = Schemas['TimelineItem']
export type Department = Schemas['Department']
export type Contact = Schemas['Contact']
export type User = Schemas['User']
export type Channel = Schemas['Channel']
export type AuditEntry = Schemas['AuditEntry']
export type DeadLetter = Schemas['DeadLetter']
export type Operations = Schemas['Operations']
export type ReplyContent = Schemas['NewReply']['content']
export type StoredMedia = Schemas['StoredMedia']
export type Named = Schemas['Named']

export interface Page<Item> {
  items: Item[]
  next: string | null
}

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
