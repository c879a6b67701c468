import type { Template } from '../api/types'
import { useOutbox } from '../outbox/OutboxProvider'
import { filled, type Values } from './filling'

/** Hands a filled template to the outbox, which shows it at once and sends it as soon as it can. */
export function useSendTemplate(conversationId: string) {
  const outbox = useOutbox()
  return ({ id, layout }: Template, values: Values) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim())) as Record<string, string>
    return outbox.add({
      clientId: crypto.randomUUID(),
      conversationId,
      kind: 'reply',
      content: { type: 'template', templateId: id, values: given },
      fileName: null,
      words: filled(layout.body ?? '', 'body', values),
      at: Date.now(),
    })
  }
}
