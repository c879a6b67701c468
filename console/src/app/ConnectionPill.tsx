import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { reach } from '../api/reach'
import { connection } from '../live/stream'
import { useOutgoing } from '../outbox/OutboxProvider'
import { useStore } from '../ui/store'
import styles from './ConnectionPill.module.css'

export function ConnectionPill() {
  const { t } = useTranslation()
  const stream = useStore(connection)
  const trouble = useStore(reach) !== 'answering'
  const waiting = useOutgoing().filter((item) => item.state === 'waiting').length
  const state = stream === 'live' && trouble ? 'reconnecting' : stream
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
