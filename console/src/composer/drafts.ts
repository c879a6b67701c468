import { useState } from 'react'

export type Mode = 'reply' | 'note'

const PREFIX = 'moked.draft.'
const keyOf = (conversationId: string, mode: Mode) => `${PREFIX}${conversationId}.${mode}`

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

export function forgetDrafts() {
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => localStorage.removeItem(key))
}
