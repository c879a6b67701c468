import type { Conversation, Message, TimelineItem } from './types'

/** Plain things for tests to vary. */
export const conversation = (change: Partial<Conversation> = {}): Conversation => ({
  id: 'c1',
  contact: { id: 'k1', name: 'Emma', phone: '+15550100', language: 'en' },
  channelId: 'ch1',
  status: 'open',
  handler: 'queue',
  department: null,
  assignee: null,
  unread: 0,
  lastMessageAt: '2026-11-23T10:00:00Z',
  serviceWindowClosesAt: null,
  openedAt: '2026-11-23T09:00:00Z',
  waitingSince: null,
  labels: [],
  lastMessage: null,
  target: null,
  disposition: null,
  snoozedUntil: null,
  ...change,
})

export const message = (change: Partial<Message> = {}): TimelineItem & { kind: 'message' } => {
  const one: Message = {
    id: 'm1',
    conversationId: 'c1',
    direction: 'inbound',
    author: { kind: 'contact', id: 'k1', name: 'Emma' },
    context: null,
    reaction: null,
    ownReaction: null,
    editedAt: null,
    revokedAt: null,
    content: { type: 'text', body: 'Hello' },
    status: 'received',
    failure: null,
    delay: null,
    at: '2026-11-23T10:00:00Z',
    clientId: null,
    retriedBy: null,
    resendableFrom: null,
    price: null,
    ...change,
  }
  return { kind: 'message', at: one.at, message: one }
}
