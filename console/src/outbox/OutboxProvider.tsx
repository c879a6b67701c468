import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react'
import { putTimelineItem } from '../api/cache'
import * as calls from '../api/calls'
import { reach } from '../api/reach'
import { useStore } from '../ui/store'
import { createOutbox, type Outbox } from './outbox'
import type { Outgoing } from './outgoing'
import { openShelf } from './shelf'

const Context = createContext<Outbox | null>(null)

export function OutboxProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const client = useQueryClient()
  const outbox = useMemo(() => createOutbox(openShelf(userId), (item) => post(client, item)), [client, userId])
  useEffect(() => {
    void outbox.restore()
    const unsubscribe = reach.subscribe(() => reach.get() === 'answering' && outbox.resume())
    addEventListener('online', outbox.resume)
    return () => {
      unsubscribe()
      removeEventListener('online', outbox.resume)
      outbox.close()
    }
  }, [outbox])
  return <Context value={outbox}>{children}</Context>
}

async function post(client: QueryClient, { kind, conversationId, clientId, content, replyTo }: Outgoing) {
  if (kind === 'note' && content.type === 'text') {
    const note = await calls.note(conversationId, clientId, content.body)
    putTimelineItem(client, conversationId, { kind: 'note', at: note.at, note })
  } else {
    const message = await calls.reply(conversationId, clientId, content, replyTo?.id)
    putTimelineItem(client, conversationId, { kind: 'message', at: message.at, message })
  }
}

export function useOutbox() {
  const outbox = use(Context)
  if (!outbox) throw new Error('No outbox here')
  return outbox
}

export const useOutgoing = () => useStore(useOutbox().items)
