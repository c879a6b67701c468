import type { ReplyContent } from '../api/types'
import { useOutbox } from '../outbox/OutboxProvider'
import type { Answered } from './answering'
import type { Mode } from './drafts'
import type { Attachment } from './useAttachment'

/** Hands what was written to the outbox, which shows it at once and sends it as soon as it can. */
export function useSend(conversationId: string, kind: Mode) {
  const outbox = useOutbox()
  const add = (content: ReplyContent, fileName: string | null, replyTo?: Answered) =>
    outbox.add({ clientId: crypto.randomUUID(), conversationId, kind, content, fileName, replyTo, at: Date.now() })

  return async (text: string, attachment?: Pick<Attachment, 'stored' | 'type' | 'voice'>, replyTo?: Answered) => {
    const { stored, type, voice } = attachment ?? {}
    if (!stored || !type) return add({ type: 'text', body: text }, null, replyTo)
    // WhatsApp shows no words under a sound, so they follow it.
    const caption = type !== 'audio' && text ? { caption: text } : {}
    const file = add({ type, mediaId: stored.id, ...caption, ...(voice && { voice }) }, stored.fileName, replyTo)
    return type === 'audio' && text ? Promise.all([file, add({ type: 'text', body: text }, null)]).then((all) => all.every(Boolean)) : file
  }
}
