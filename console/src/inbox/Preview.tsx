import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { withoutMarks } from '../thread/marks'
import { useKindWords } from '../thread/useKindWords'
import { Ticks } from '../thread/Ticks'
import styles from './Preview.module.css'

/** The last words, fenced so that their direction stays their own. */
export function Preview({ conversation: { lastMessage } }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  if (!lastMessage) return <span className={styles.preview}>{t('inbox.noWords')}</span>
  const { direction, preview, type, status } = lastMessage
  return (
    <span className={styles.preview}>
      {direction === 'outbound' && <Ticks status={status} />}
      <bdi className={styles.words} dir="auto">
        {preview ? withoutMarks(preview) : kindWords(type)}
      </bdi>
    </span>
  )
}
