import { IconCloudOff, IconDatabaseOff, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './ConnectionBanner.module.css'
import { useConnection } from './useConnection'

/** Tells honestly, in one line, why what is on screen may be old and what happens to what people write meanwhile. */
export function ConnectionBanner() {
  const { t } = useTranslation()
  const { stream, server } = useConnection()
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
