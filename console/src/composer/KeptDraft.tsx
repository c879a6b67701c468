import { Button, CopyButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AttachmentPreview } from './AttachmentPreview'
import { turnIntoNote, useDraft } from './drafts'
import styles from './KeptDraft.module.css'
import type { Attachment } from './useAttachment'

interface Props {
  conversationId: string
  attachment: Attachment
  onNote: () => void
}

/** What somebody was writing when it could no longer be sent: still there, to be copied or kept as a note. */
export function KeptDraft({ conversationId, attachment, onNote }: Props) {
  const { t } = useTranslation()
  const [text] = useDraft(conversationId, 'reply')
  if (!text.trim() && !attachment.file) return null
  const keep = () => {
    turnIntoNote(conversationId)
    onNote()
  }
  return (
    <section className={styles.draft} aria-label={t('composer.draft')}>
      <h2 className={styles.title}>{t('composer.draft')}</h2>
      {text && (
        <p className={styles.text} dir="auto" tabIndex={0}>
          {text}
        </p>
      )}
      {attachment.file && <AttachmentPreview attachment={attachment} file={attachment.file} />}
      {text && (
        <div className={styles.actions}>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" onClick={copy}>
                {copied ? t('contact.copied') : t('composer.copyDraft')}
              </Button>
            )}
          </CopyButton>
          <Button size="compact-xs" variant="default" onClick={keep}>
            {t('composer.draftToNote')}
          </Button>
        </div>
      )}
    </section>
  )
}
