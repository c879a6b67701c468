import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { putConversation, refreshConversation, refreshTimeline } from '../api/cache'
import * as calls from '../api/calls'
import * as ending from '../api/ending'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import type { Conversation } from '../api/types'

/** Offers to take a resolution back; gone when the conversation is open again, whichever way. */
export const resolvedNotice = (conversationId: string) => `resolved-${conversationId}`

/** What can be done to a conversation as a whole; each answer is shown at once, a colleague's lead is told by name. */
export function useConversationActions({ id, assignee }: Pick<Conversation, 'id' | 'assignee'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const show = (conversation: Conversation) => {
    putConversation(client, conversation)
    void refreshTimeline(client, id)
    void client.invalidateQueries({ queryKey: queries.counts.queryKey })
  }
  const assign = useMutation({
    mutationFn: (userId: string) => calls.assign(id, userId, assignee?.id ?? null),
    meta: { quiet: true },
    onSuccess: show,
    onError: (error) => {
      const name = isProblem(error, 'already-assigned') ? error.assignee?.name : undefined
      notifications.show({ color: 'yellow', message: name ? t('thread.alreadyAssigned', { name }) : error.message })
      void refreshConversation(client, id)
      void refreshTimeline(client, id)
    },
  })
  const unassign = useMutation({ mutationFn: () => calls.unassign(id), onSuccess: show })
  const reopen = useMutation({
    mutationFn: () => calls.reopen(id),
    onSuccess: (conversation) => {
      notifications.hide(resolvedNotice(id))
      show(conversation)
    },
  })
  const resolve = useMutation({
    mutationFn: (disposition?: string) => calls.resolve(id, disposition),
    meta: { quiet: true },
    onSuccess: (conversation) => {
      show(conversation)
      void client.invalidateQueries({ queryKey: ending.endingQueries.wrapUps.queryKey })
    },
  })
  const snooze = useMutation({ mutationFn: (until: string | null) => ending.snooze(id, until), meta: { quiet: true }, onSuccess: show })
  const wake = useMutation({ mutationFn: () => ending.wake(id), onSuccess: show })
  const resend = useMutation({
    mutationFn: (messageId: string) => calls.resend(id, messageId),
    onSuccess: () => void refreshTimeline(client, id),
  })
  return { assign, unassign, reopen, resolve, resend, snooze, wake }
}
