import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlarmSnooze, IconPlayerPlay } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { useAction } from '../keys/useAction'
import { useKeyName } from '../keys/useKeyName'
import { wordedPiece } from '../ui/wordedPiece'
import { useConversationActions } from './useConversationActions'

const SnoozeDialog = wordedPiece(() => import('../ending/SnoozeDialog'))

/** Sets the conversation aside, or goes on with it. */
export function SnoozeButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const keyName = useKeyName()
  const [opened, setOpened] = useState(false)
  const { wake } = useConversationActions(conversation)
  const asleep = conversation.status === 'snoozed'
  const label = t(asleep ? 'thread.wake' : 'thread.snooze')
  const start = () => (asleep ? wake.mutate() : setOpened(true))
  useAction('snooze', start)
  return (
    <>
      <Tooltip label={`${label} (${keyName('snooze')})`} disabled={opened}>
        <ActionIcon variant="default" size={30} aria-label={label} aria-haspopup={asleep ? undefined : 'dialog'} loading={wake.isPending} onClick={start}>
          {asleep ? <IconPlayerPlay size="1rem" /> : <IconAlarmSnooze size="1rem" />}
        </ActionIcon>
      </Tooltip>
      <Suspense>{opened && !asleep && <SnoozeDialog conversation={conversation} onClose={() => setOpened(false)} />}</Suspense>
    </>
  )
}
