import { Popover, UnstyledButton } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { wordedPiece } from '../app/page'
import { useMe } from '../session/me'
import styles from './WhyButton.module.css'

const Why = wordedPiece(() => import('../routing/Why'))

/** Asks why a conversation is with this agent, or still waits. The answer is fetched when somebody wants to know. */
export function WhyButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const { user } = useMe()
  const [opened, setOpened] = useState(false)
  const { status, handler, assignee } = conversation
  if (status === 'resolved' || (handler !== 'queue' && !assignee)) return null
  const question = assignee ? (assignee.id === user.id ? t('why.me') : t('why.agent')) : t('why.waiting')
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withRoles position="bottom-start" width={340} shadow="md" transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <UnstyledButton className={styles.ask} onClick={() => setOpened(!opened)}>
          {question}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.answer}>
        <Suspense>{opened && <Why conversation={conversation} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
