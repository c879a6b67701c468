import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { failureOf } from '../thread/failures'
import styles from './ChannelNote.module.css'

/** Says before anything is written that the conversation's number sends nothing, and what becomes of what is written. */
export function ChannelNote({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(queries.channels)
  const channel = data?.items.find(({ id }) => id === channelId)
  if (!channel?.stopped && !channel?.disconnectedAt) return null
  return (
    <p className={styles.note} role="status">
      <IconAlertTriangle aria-hidden />
      <span>
        {channel.stopped ? `${t('composer.stopped')} ${t(`failure.${failureOf(channel.stopped.code)}`)}` : t('composer.disconnected')}
      </span>
    </p>
  )
}
