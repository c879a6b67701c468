import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { QuoteView } from '../thread/Reference'
import { answer, type Answered } from './answering'
import styles from './AnsweredMessage.module.css'

export function AnsweredMessage({ conversationId, message }: { conversationId: string; message: Answered }) {
  const { t } = useTranslation()
  return (
    <div className={styles.answered}>
      <QuoteView quote={message} />
      <CloseButton size="sm" aria-label={t('composer.removeQuote')} onClick={() => answer(conversationId, undefined)} />
    </div>
  )
}
