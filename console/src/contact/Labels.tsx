import { TagsInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { putConversation, refreshConversation } from '../api/cache'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import type { Conversation } from '../api/types'
import { usePermissions } from '../session/me'

export function Labels({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const may = usePermissions()
  const { data } = useQuery(queries.labels)
  const label = useMutation({
    mutationFn: (labels: string[]) => calls.label(conversation.id, labels),
    onSuccess: (changed) => putConversation(client, changed),
    onError: () => void refreshConversation(client, conversation.id),
  })
  return (
    <TagsInput
      label={t('contact.labels')}
      size="xs"
      dir="auto"
      placeholder={conversation.labels.length === 0 ? t('contact.addLabel') : undefined}
      data={data?.items.map(({ name }) => name) ?? []}
      value={label.isPending ? label.variables : conversation.labels}
      onChange={(labels) => label.mutate(labels)}
      readOnly={!may('ANSWER_CONVERSATIONS')}
      maxTags={20}
      maxLength={40}
    />
  )
}
