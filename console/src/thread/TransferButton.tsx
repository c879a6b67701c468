import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsRightLeft } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { useAction } from '../keys/useAction'
import { useKeyName } from '../keys/useKeyName'
import { wordedPiece } from '../ui/wordedPiece'

const TransferDialog = wordedPiece(() => import('../routing/TransferDialog'))

/** Sends the conversation elsewhere; where it could go is asked for once somebody wants to know. */
export function TransferButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const keyName = useKeyName()
  const [opened, setOpened] = useState(false)
  useAction('transfer', () => setOpened(true))
  return (
    <>
      <Tooltip label={`${t('thread.transfer')} (${keyName('transfer')})`} disabled={opened}>
        <ActionIcon variant="default" size={30} aria-label={t('thread.transfer')} aria-haspopup="dialog" onClick={() => setOpened(true)}>
          <IconArrowsRightLeft size="1rem" />
        </ActionIcon>
      </Tooltip>
      <Suspense>{opened && <TransferDialog conversation={conversation} onClose={() => setOpened(false)} />}</Suspense>
    </>
  )
}
