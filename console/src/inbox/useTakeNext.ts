import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { refreshConversation } from '../api/cache'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import { summons } from '../composer/summons'

/** Gives whoever waits longest, in one department or in the one with the most people waiting, to the signed-in agent. */
export function useTakeNext() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (departmentId: string | undefined) => {
      if (departmentId) return calls.takeNext(departmentId)
      const { items } = await client.fetchQuery({ ...queries.departments, staleTime: 0 })
      const fullest = items.filter(({ waiting }) => waiting > 0).sort((a, b) => b.waiting - a.waiting)[0]
      return fullest && calls.takeNext(fullest.id)
    },
    onSuccess: async (next) => {
      void client.invalidateQueries({ queryKey: queries.departments.queryKey })
      if (!next) return void notifications.show({ message: t('inbox.nobodyWaits') })
      const { conversationId } = next
      await refreshConversation(client, conversationId)
      summons.set(conversationId)
      void navigate({ to: '/inbox/$view/$conversationId', params: { view: 'mine', conversationId }, search: {} })
    },
  })
}
