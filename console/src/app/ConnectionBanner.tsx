import { IconCloudOff, IconDatabaseOff, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { reach } from '../api/reach'
import { connection } from '../live/stream'
import { useStore } from '../ui/store'
import styles from './ConnectionBanner.module.css'

/** Tells honestly, in one line, why what is on screen may be old and what happens to what people write meanwhile. */
export function ConnectionBanner() {
  const { t } = useTranslation()
  const stream = useStore(connection)
  const server = useStore(reach)
  const [Icon, words] =
    stream === 'offline'
      ? [IconCloudOff, t('live.offlineText')]
      : server === 'unavailable'
        ? [IconDatabaseOff, t('live.unavailableText')]
        : server === 'unreachable'
          ? [IconCloudOff, t('live.unreachableText')]
          : stream === 'reconnecting'
            ? [IconRefresh, t('live.reconnectingText')]
            : [null, null]
  return (
    <div role="status" className={words ? styles.banner : undefined}>
      {Icon && <Icon aria-hidden />}
      {words}
    </div>
  )
}
