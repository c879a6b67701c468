import type { Quote } from '../api/types'
import { createStore, useStore } from '../ui/store'

/** The message that the next reply of a conversation answers expressly. */
export type Answered = Quote & { id: string }

const answering = createStore<Record<string, Answered | undefined>>({})

export const answer = (conversationId: string, message: Answered | undefined) =>
  answering.set({ ...answering.get(), [conversationId]: message })

export const useAnswered = (conversationId: string) => useStore(answering)[conversationId]
