import { Button, Checkbox, Radio, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconUsersGroup } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { refreshConversation, refreshTimeline } from '../api/cache'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Conversation } from '../api/types'
import { isFull, targetsOf, type Target } from './targets'
import { TargetSelect } from './TargetSelect'
import { usePermissions } from '../session/me'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'

interface Props {
  conversation: Pick<Conversation, 'id' | 'assignee'>
  onClose: () => void
}

/** Sends a conversation to another department or a colleague, or asks the colleague first. */
export default function TransferDialog({ conversation, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const found = useQuery(queries.targets(conversation.id))
  return (
    <Dialog title={t('transfers.title')} onClose={onClose}>
      <Loaded of={found}>
        {(all) => {
          const targets = targetsOf(all, i18n.language)
          if (targets.size === 0) return <Empty icon={<IconUsersGroup />} title={t('transfers.empty')} hint={t('transfers.emptyHint')} />
          return <TransferForm conversation={conversation} targets={targets} onClose={onClose} />
        }}
      </Loaded>
    </Dialog>
  )
}

function TransferForm({ conversation, targets, onClose }: Props & { targets: Map<string, Target> }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const { data: limits } = useQuery(queries.limits)
  const [chosen, setChosen] = useState<string | null>(null)
  const [way, setWay] = useState('warm')
  const [beyond, setBeyond] = useState(false)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const target = chosen === null ? undefined : targets.get(chosen)
  const mayAsk = target?.kind === 'colleague' && conversation.assignee !== null
  const warm = mayAsk && way === 'warm'
  const goesBeyond = !warm && isFull(target) && may('MANAGE_DEPARTMENTS')
  const send = useSend(conversation.id, onClose)
  return (
    <Fields
      onSubmit={(event) => {
        event.preventDefault()
        if (target) send.mutate({ target, warm, note, beyond: goesBeyond && beyond })
        setMissing(!target)
      }}
    >
      <TargetSelect
        data-autofocus
        label={t('transfers.to')}
        targets={targets}
        value={chosen}
        onChange={(value) => {
          setChosen(value)
          setMissing(false)
          send.reset()
        }}
        error={missing && t('transfers.needTarget')}
        errorProps={{ role: 'alert' }}
      />
      {mayAsk && (
        <Radio.Group size="sm" label={t('transfers.way')} value={way} onChange={setWay}>
          <Stack gap="xs" mt="xs">
            <Radio size="sm" value="warm" label={t('transfers.warm')} description={t('transfers.warmHint')} />
            <Radio size="sm" value="direct" label={t('transfers.direct')} description={t('transfers.directHint')} />
          </Stack>
        </Radio.Group>
      )}
      {goesBeyond && <Checkbox size="sm" label={t('transfers.beyond')} checked={beyond} onChange={({ currentTarget }) => setBeyond(currentTarget.checked)} />}
      <Textarea
        size="sm"
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={limits?.noteCharacters}
        label={t('transfers.note')}
        description={t('transfers.noteHint')}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Refusal error={send.error} />
      <Button type="submit" size="sm" loading={send.isPending}>
        {warm ? t('transfers.ask') : t('transfers.send')}
      </Button>
    </Fields>
  )
}

interface Wanted {
  target: Target
  warm: boolean
  note: string
  beyond: boolean
}

function useSend(id: string, onDone: () => void) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ target, warm, note, beyond }: Wanted) => {
      if (warm) await routing.askToTakeOver(id, target.id, note)
      else if (target.kind === 'department') await routing.transfer(id, { departmentId: target.id, note })
      else await routing.transfer(id, { agentId: target.id, note, beyondCapacity: beyond })
    },
    meta: { quiet: true },
    onSuccess: (_, { target: { name }, warm }) => {
      // That somebody is asked stands on its card, which a notice would cover on a phone.
      if (!warm) notifications.show({ message: t('transfers.sent', { name }) })
      void refreshConversation(client, id)
      void refreshTimeline(client, id)
      for (const { queryKey } of [queries.counts, queries.handovers]) void client.invalidateQueries({ queryKey })
      onDone()
    },
  })
}
