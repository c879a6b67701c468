import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../api/types'
import { answer } from '../composer/answering'
import { summons } from '../composer/summons'
import { usePermissions } from '../session/me'
import styles from './AnswerButton.module.css'

/** Only what the network knows can be answered expressly: what came in, and what was sent. */
const ANSWERABLE = new Set<Message['status']>(['received', 'sent', 'delivered', 'read', 'played'])

export function AnswerButton({ conversationId, message }: { conversationId: string; message: Message }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const { id, status, author, content } = message
  if (!may('ANSWER_CONVERSATIONS') || !ANSWERABLE.has(status) || content.type === 'revoked') return null

  function begin() {
    answer(conversationId, { id, author: author.kind, type: content.type, preview: wordsOf(content) })
    summons.set(conversationId)
  }
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" className={styles.answer} aria-label={t('thread.answer')} onClick={begin}>
      <IconArrowBackUp aria-hidden className={styles.directed} />
    </ActionIcon>
  )
}

function wordsOf(content: Message['content']) {
  if ('body' in content && content.body) return content.body
  return ('caption' in content && content.caption) || null
}
