import { Loader } from '@mantine/core'
import { IconClockExclamation, IconFileOff, IconShieldOff, IconShieldSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MediaContent } from '../api/types'
import { FileLink } from './FileLink'
import styles from './MediaView.module.css'
import { MissingFile, RetryButton } from './MissingFile'
import { Picture } from './Picture'
import { useKindWords } from './useKindWords'
import { VoiceNote } from './VoiceNote'

export function MediaView({ content }: { content: MediaContent }) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const { media, type, voice } = content
  const name = kindWords(voice ? 'voice' : type)
  switch (media.state) {
    case 'pending':
      return <MissingFile icon={<Loader size="xs" />} name={name} words={t('thread.mediaPending')} />
    case 'arrived':
      return <MissingFile icon={<IconShieldSearch />} name={name} words={t('thread.mediaToBeScanned')} />
    case 'infected':
      return <MissingFile icon={<IconShieldOff />} name={name} words={t('thread.mediaInfected')} />
    case 'late':
      return (
        <MissingFile icon={<IconClockExclamation />} name={name} words={t('thread.mediaLate')}>
          <RetryButton mediaId={media.id} name={name} />
        </MissingFile>
      )
    case 'failed':
      return (
        <MissingFile icon={<IconFileOff />} name={name} words={t('thread.mediaFailed')}>
          <RetryButton mediaId={media.id} name={name} />
        </MissingFile>
      )
  }
  if (media.disguised) return <FileLink media={media} warning={t('thread.mediaDisguised')} />
  switch (type) {
    case 'image':
    case 'sticker':
      return <Picture media={media} name={content.caption ?? name} sticker={type === 'sticker'} />
    case 'audio':
      return media.sound ? (
        <VoiceNote url={media.url} sound={media.sound} name={name} />
      ) : (
        <audio className={styles.audio} controls preload="metadata" src={media.url} aria-label={name} />
      )
    case 'video':
      return <video className={styles.video} controls preload="metadata" src={media.url} aria-label={name} />
    case 'document':
      return <FileLink media={media} />
  }
}
