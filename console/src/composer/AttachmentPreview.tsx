import { Button, CloseButton, Loader } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSizeWords } from '../thread/useSizeWords'
import styles from './AttachmentPreview.module.css'
import type { Attachment } from './useAttachment'

export function AttachmentPreview({ attachment, file }: { attachment: Attachment; file: NonNullable<Attachment['file']> }) {
  const { t } = useTranslation()
  const sizeWords = useSizeWords()
  const { picture, uploading, stuck, retry, remove } = attachment
  return (
    <div className={styles.preview}>
      {picture ? <img className={styles.picture} src={picture} alt="" /> : <IconFile aria-hidden />}
      <bdi className={styles.name}>{file.name}</bdi>
      <span className={styles.size}>{sizeWords(file.size)}</span>
      {uploading && <Loader size="xs" aria-label={t('composer.uploading', { name: file.name })} />}
      {stuck && (
        <>
          <span className={styles.stuck} role="alert" dir="auto">
            {stuck}
          </span>
          <Button size="compact-xs" variant="default" onClick={retry}>
            {t('problem.retry')}
          </Button>
        </>
      )}
      <CloseButton size="sm" aria-label={t('composer.removeAttachment', { name: file.name })} onClick={remove} />
    </div>
  )
}
