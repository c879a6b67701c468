import { Popover, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../api/code'
import type { Conversation } from '../api/types'
import { speak } from '../i18n'
import { useMe } from '../session/me'
import { Loaded } from '../ui/Loaded'
import styles from './WhyButton.module.css'

/** With the words it speaks. Where neither can be fetched, the conversation around it must stay. */
const load = () => Promise.all([import('../routing/Why'), speak('pages')]).catch(explain)
const PIECE = { queryKey: ['why'], queryFn: load, staleTime: Infinity, retry: false, networkMode: 'always', structuralSharing: false } as const

/** Asks why a conversation is with this agent, or still waits. The answer is fetched when somebody wants to know. */
export function WhyButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const { user } = useMe()
  const [opened, setOpened] = useState(false)
  const piece = useQuery({ ...PIECE, enabled: opened })
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
        <Loaded of={piece}>{([{ default: Why }]) => <Why conversation={conversation} />}</Loaded>
      </Popover.Dropdown>
    </Popover>
  )
}
