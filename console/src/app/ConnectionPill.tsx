import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOutgoing } from '../outbox/OutboxProvider'
import styles from './ConnectionPill.module.css'
import { useConnection } from './useConnection'

export function ConnectionPill() {
  const { t } = useTranslation()
  const { stream, server } = useConnection()
  const waiting = useOutgoing().filter((item) => item.state === 'waiting').length
  const state = stream === 'live' && server !== 'answering' ? 'reconnecting' : stream
  const words = t(`live.${state}`)
  return (
    <Tooltip label={waiting > 0 ? t('live.waiting', { count: waiting }) : words} position="right">
      <span className={styles.pill} data-state={state} role="status">
        <span className={styles.dot} aria-hidden />
        <span className={styles.words}>{words}</span>
        {waiting > 0 && state !== 'live' && <span className={styles.count}>{waiting}</span>}
      </span>
    </Tooltip>
  )
}
