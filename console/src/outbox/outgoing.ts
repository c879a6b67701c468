import type { ReplyContent } from '../api/types'
import type { Answered } from '../composer/answering'

/** Something a person wrote that the server has not confirmed yet. */
export interface Outgoing {
  clientId: string
  conversationId: string
  kind: 'reply' | 'note'
  content: ReplyContent
  /** The message that it answers expressly. */
  replyTo?: Answered
  /** What to show of an attachment meanwhile. */
  fileName: string | null
  /** What a template will say, to be shown meanwhile. */
  words?: string
  at: number
  state: 'waiting' | 'sending' | 'refused' | 'held'
  reason: string | null
}
