import { useDocumentVisibility } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { putConversation } from '../api/cache'
import * as calls from '../api/calls'
import type { Conversation } from '../api/types'
import { useMe, usePermissions } from '../session/me'

/** Looking at a conversation reads it; that of a colleague stays unread for the colleague. */
export function useReadMark(conversation: Conversation | undefined) {
  const client = useQueryClient()
  const { user } = useMe()
  const may = usePermissions()('ANSWER_CONVERSATIONS')
  const visible = useDocumentVisibility() === 'visible'
  const mine = !conversation?.assignee || conversation.assignee.id === user.id
  const due = may && visible && mine && (conversation?.unread ?? 0) > 0
  useEffect(() => {
    if (!due || !conversation) return
    calls.markRead(conversation.id).then(
      () => putConversation(client, { ...conversation, unread: 0 }),
      () => {},
    )
  }, [due, conversation, client])
}
