import type { ReplyContent, StoredMedia } from '../api/types'
import { useOutbox } from '../outbox/OutboxProvider'
import type { Mode } from './drafts'
import { kindOf } from './useAttachment'

/** Hands what was written to the outbox, which shows it at once and sends it as soon as it can. */
export function useSend(conversationId: string, kind: Mode) {
  const outbox = useOutbox()
  return (text: string, media: StoredMedia | undefined) => {
    const content: ReplyContent = media
      ? { type: kindOf(media.mimeType), mediaId: media.id, ...(text && { caption: text }) }
      : { type: 'text', body: text }
    const fileName = media?.fileName ?? null
    return outbox.add({ clientId: crypto.randomUUID(), conversationId, kind, content, fileName, at: Date.now() })
  }
}
