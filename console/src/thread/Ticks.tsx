import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../api/types'
import styles from './Ticks.module.css'

const MARKS = {
  received: null,
  queued: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  failed: IconAlertCircle,
  unconfirmed: IconHelpCircle,
} as const

/** How far a message got, as a sign for eyes and as a word for ears. */
export function Ticks({ status }: { status: Message['status'] }) {
  const { t } = useTranslation()
  const Mark = MARKS[status]
  return (
    Mark && (
      <span className={styles.ticks} data-status={status} role="img" aria-label={t(`tick.${status}`)} title={t(`tick.${status}`)}>
        <Mark aria-hidden />
      </span>
    )
  )
}
