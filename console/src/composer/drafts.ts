import { useState } from 'react'

export type Mode = 'reply' | 'note'

const PREFIX = 'moked.draft.'
export const keyOf = (conversationId: string, mode: string) => `${PREFIX}${conversationId}.${mode}`

/** What was begun in a conversation waits there, a reply and a note apart from each other. */
export function useDraft(conversationId: string, mode: Mode) {
  const key = keyOf(conversationId, mode)
  const [drafts, setDrafts] = useState<Record<string, string>>({})
  const text = drafts[key] ?? localStorage.getItem(key) ?? ''
  function write(next: string) {
    setDrafts((old) => ({ ...old, [key]: next }))
    if (next) localStorage.setItem(key, next)
    else localStorage.removeItem(key)
  }
  return [text, write] as const
}

/** Hands a reply that cannot be sent to the note in the same conversation, after what stands there. */
export function turnIntoNote(conversationId: string) {
  const [reply, note] = [keyOf(conversationId, 'reply'), keyOf(conversationId, 'note')]
  const both = [localStorage.getItem(note), localStorage.getItem(reply)].filter(Boolean)
  localStorage.setItem(note, both.join('\n'))
  localStorage.removeItem(reply)
}

export function forgetDrafts() {
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => localStorage.removeItem(key))
}
