import type { ReplyContent } from '../api/types'
import { useOutbox } from '../outbox/OutboxProvider'
import type { Answered } from './answering'
import type { Mode } from './drafts'
import type { Attachment } from './useAttachment'

/** Hands what was written to the outbox, which shows it at once and sends it as soon as it can. */
export function useSend(conversationId: string, kind: Mode) {
  const outbox = useOutbox()
  /** WhatsApp shows no words under these, so they follow. */
  const bare = (type: string) => type === 'audio' || type === 'sticker'
  const add = (content: ReplyContent, fileName: string | null, replyTo?: Answered) =>
    outbox.add({ clientId: crypto.randomUUID(), conversationId, kind, content, fileName, replyTo, at: Date.now() })

  const words = async (text: string, attachment?: Pick<Attachment, 'stored' | 'type' | 'voice'>, replyTo?: Answered, preview?: false) => {
    const { stored, type, voice } = attachment ?? {}
    if (!stored || !type) return add({ type: 'text', body: text, ...(preview === false && { preview }) }, null, replyTo)
    const caption = !bare(type) && text ? { caption: text } : {}
    const file = add({ type, mediaId: stored.id, ...caption, ...(voice && { voice }) }, stored.fileName, replyTo)
    return bare(type) && text ? Promise.all([file, add({ type: 'text', body: text }, null)]).then((all) => all.every(Boolean)) : file
  }
  return { words, content: (content: ReplyContent, replyTo?: Answered) => add(content, null, replyTo) }
}
