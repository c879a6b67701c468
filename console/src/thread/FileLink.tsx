import { IconAlertTriangle, IconDownload, IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FileView } from '../api/types'
import styles from './MediaView.module.css'
import { useSizeWords } from './useSizeWords'

/** A file to be downloaded, with its first page where that was drawn. */
export function FileLink({ media, warning }: { media: FileView; warning?: string }) {
  const { t } = useTranslation()
  const sizeWords = useSizeWords()
  const name = media.fileName ?? t('thread.file')
  const { preview } = media
  return (
    <a className={styles.link} href={media.url} download={media.fileName ?? true} aria-label={t('thread.download', { name })}>
      {preview && (
        <img className={styles.page} src={preview.url} alt="" loading="lazy" width={preview.width} height={preview.height} />
      )}
      <span className={styles.document}>
        <IconFile aria-hidden />
        <span className={styles.file}>
          <bdi className={styles.fileName}>{name}</bdi>
          <span className={styles.size}>
            {media.size !== null && sizeWords(media.size)}
            {media.scan === 'not-scanned' && ` · ${t('thread.notScanned')}`}
          </span>
        </span>
        <IconDownload aria-hidden />
      </span>
      {warning && (
        <span className={styles.warning}>
          <IconAlertTriangle aria-hidden />
          {warning}
        </span>
      )}
    </a>
  )
}
