import { Button, Loader, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconFile, IconFileOff } from '@tabler/icons-react'
import { Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calls'
import { piece } from '../api/code'
import type { MediaContent } from '../api/types'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import styles from './MediaView.module.css'
import { useKindWords } from './useKindWords'
import { useSizeWords } from './useSizeWords'

const PictureViewer = piece(() => import('./PictureViewer'))

export function MediaView({ content }: { content: MediaContent }) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  const { media, type, voice } = content
  const name = kindWords(voice ? 'voice' : type)
  if (media.state === 'pending') return <Missing icon={<Loader size="xs" />} name={name} words={t('thread.mediaPending')} />
  if (media.state === 'failed' || !media.url)
    return (
      <Missing icon={<IconFileOff />} name={name} words={t('thread.mediaFailed')}>
        <Retry mediaId={media.id} name={name} />
      </Missing>
    )
  switch (type) {
    case 'image':
    case 'sticker':
      return <Picture url={media.url} name={content.caption ?? name} sticker={type === 'sticker'} />
    case 'audio':
      return <audio className={styles.audio} controls preload="metadata" src={media.url} aria-label={name} />
    case 'video':
      return <video className={styles.video} controls preload="metadata" src={media.url} aria-label={name} />
    case 'document':
      return <Document content={content} url={media.url} />
  }
}

function Missing({ icon, name, words, children }: { icon: ReactNode; name: string; words: string; children?: ReactNode }) {
  return (
    <div className={styles.missing}>
      {icon}
      <span>
        <strong>{name}</strong>
        <br />
        {words}
      </span>
      {children}
    </div>
  )
}

function Retry({ mediaId, name }: { mediaId: string; name: string }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const { mutate, isPending } = useChange({ make: () => calls.fetchMediaAgain(mediaId), touches: [['timeline']] })
  if (!may('ANSWER_CONVERSATIONS')) return null
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={isPending}
      onClick={() => mutate()}
      aria-label={t('thread.fetchAgainOf', { name })}
    >
      {t('thread.fetchAgain')}
    </Button>
  )
}

function Picture({ url, name, sticker }: { url: string; name: string; sticker: boolean }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <UnstyledButton className={styles.picture} data-sticker={sticker || undefined} onClick={open} title={t('thread.view')}>
        <img src={url} alt={name} loading="lazy" />
      </UnstyledButton>
      <Suspense>{opened && <PictureViewer url={url} name={name} onClose={close} />}</Suspense>
    </>
  )
}

function Document({ content: { media }, url }: { content: MediaContent; url: string }) {
  const { t } = useTranslation()
  const sizeWords = useSizeWords()
  const name = media.fileName ?? t('thread.file')
  return (
    <a className={styles.document} href={url} download={media.fileName ?? true} aria-label={t('thread.download', { name })}>
      <IconFile aria-hidden />
      <span className={styles.file}>
        <bdi className={styles.fileName}>{name}</bdi>
        {media.size !== null && <span className={styles.size}>{sizeWords(media.size)}</span>}
      </span>
      <IconDownload aria-hidden />
    </a>
  )
}
