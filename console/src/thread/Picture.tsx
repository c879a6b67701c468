import { Loader, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import type { FileView } from '../api/types'
import styles from './MediaView.module.css'

const PictureViewer = piece(() => import('./PictureViewer'))

/** Neither a ribbon nor a tower fills the thread. */
const NARROWEST = 3 / 4
const WIDEST = 2

/** Shown small, in a place of its final size, until it is opened; a sticker as it is, because it may move and be seen through. */
export function Picture({ media, name, sticker }: { media: FileView; name: string; sticker: boolean }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  const { preview, url } = media
  const shape = preview && Math.min(WIDEST, Math.max(NARROWEST, preview.width / preview.height))
  const waits = !preview && !media.examined && !sticker
  return (
    <>
      <UnstyledButton className={styles.picture} data-sticker={sticker || undefined} onClick={open} title={t('thread.view')}>
        {waits ? (
          <span className={styles.coming}>
            <Loader size="sm" aria-label={t('thread.previewComing', { name })} />
          </span>
        ) : (
          <img
            src={sticker ? url : (preview?.url ?? url)}
            alt={name}
            loading="lazy"
            width={preview?.width}
            height={preview?.height}
            style={shape && !sticker ? { aspectRatio: shape } : undefined}
          />
        )}
      </UnstyledButton>
      <Suspense>{opened && <PictureViewer url={url} name={name} onClose={close} />}</Suspense>
    </>
  )
}
