import { VisuallyHidden } from '@mantine/core'
import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../api/types'
import styles from './Ticks.module.css'

const MARKS = {
  received: null,
  queued: IconClock,
  sending: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  played: IconChecks,
  failed: IconAlertCircle,
  unconfirmed: IconHelpCircle,
} as const

/** How far a message got, as a sign for eyes and as a word for ears; where another sign speaks for it, as a word only. */
export function Ticks({ status, hidden }: { status: Message['status']; hidden?: boolean }) {
  const { t } = useTranslation()
  const Mark = MARKS[status]
  if (hidden) return <VisuallyHidden>{t(`tick.${status}`)}</VisuallyHidden>
  return (
    Mark && (
      <span className={styles.ticks} data-status={status} role="img" aria-label={t(`tick.${status}`)} title={t(`tick.${status}`)}>
        <Mark aria-hidden />
      </span>
    )
  )
}
