import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { useView } from '../inbox/useInbox'
import styles from './useResolveWithUndo.module.css'
import { useConversationActions } from './useConversationActions'

const UNDO = 5_000

/** Ends a conversation with one key, and for five seconds takes it back with one click. */
export function useResolveWithUndo(conversation: Conversation) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { view } = useView()
  const { resolve, reopen } = useConversationActions(conversation)
  const id = `resolved-${conversation.id}`
  function undo() {
    notifications.hide(id)
    reopen.mutate()
  }
  function offerUndo() {
    notifications.show({
      id,
      autoClose: UNDO,
      message: (
        <span className={styles.line}>
          {t('thread.resolvedDone')}
          <Button variant="subtle" onClick={undo}>
            {t('thread.undo')}
          </Button>
        </span>
      ),
    })
    if (view !== 'resolved') void navigate({ to: '/inbox/$view', params: { view }, search: {} })
  }
  const start = () => resolve.mutate(undefined, { onSuccess: offerUndo })
  return { start, isPending: resolve.isPending }
}
