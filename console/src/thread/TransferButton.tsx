import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsRightLeft } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import type { Conversation } from '../api/types'
import { speak } from '../i18n'
import { keyOf } from '../keys/actions'
import { useAction } from '../keys/useAction'

/** With the words it speaks. */
const load = () => Promise.all([import('../routing/TransferDialog'), speak('pages')]).then(([dialog]) => dialog)
const TransferDialog = piece(load)

/** Sends the conversation elsewhere; where it could go is asked for once somebody wants to know. */
export function TransferButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  useAction('transfer', () => setOpened(true))
  return (
    <>
      <Tooltip label={`${t('thread.transfer')} (${keyOf('transfer')})`} disabled={opened}>
        <ActionIcon variant="default" size={30} aria-label={t('thread.transfer')} aria-haspopup="dialog" onClick={() => setOpened(true)}>
          <IconArrowsRightLeft size="1rem" />
        </ActionIcon>
      </Tooltip>
      <Suspense>{opened && <TransferDialog conversation={conversation} onClose={() => setOpened(false)} />}</Suspense>
    </>
  )
}
