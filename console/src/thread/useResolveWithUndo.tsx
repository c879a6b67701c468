import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem'
import type { Conversation } from '../api/types'
import { chooseDisposition } from '../ending/choosing'
import { useConversations, useView } from '../inbox/useInbox'
import { listFilter, nextTo } from '../inbox/views'
import { useProblemText } from '../ui/useProblemText'
import styles from './useResolveWithUndo.module.css'
import { useConsent } from './useConsent'
import { resolvedNotice, useConversationActions } from './useConversationActions'

const UNDO = 5_000

/** Ends a conversation and turns to the next with one key, and for five seconds takes it back with one click. */
export function useResolveWithUndo(conversation: Conversation) {
  const { t } = useTranslation()
  const router = useRouter()
  const { view, filter } = useView()
  const { conversations } = useConversations()
  const { resolve, reopen } = useConversationActions(conversation)
  const consent = useConsent(conversation)
  const search = listFilter(filter)
  const problemText = useProblemText()
  const notice = resolvedNotice(conversation.id)
  const show = (conversationId: string | undefined) =>
    void (conversationId
      ? router.navigate({ to: '/inbox/$view/$conversationId', params: { view, conversationId }, search })
      : router.navigate({ to: '/inbox/$view', params: { view }, search }))

  function undo() {
    reopen.mutate()
    show(conversation.id)
  }
  function offerUndo() {
    notifications.show({
      id: notice,
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
  }
  /** Where its department wants to know why, and only there, it is asked; whoever does not say ends nothing. */
  async function end(disposition?: string): Promise<boolean> {
    try {
      await resolve.mutateAsync(disposition)
      return true
    } catch (error) {
      if (isProblem(error, 'disposition-required')) return endWithReason()
      notifications.show({ color: 'red', message: problemText(error as Error) })
      return false
    }
  }
  async function endWithReason() {
    const disposition = await chooseDisposition()
    return disposition !== null && end(disposition)
  }
  async function start(ending = () => end()) {
    if (!(await consent('resolve'))) return
    const next = nextTo(conversations, conversation.id)
    if (!(await ending())) return
    offerUndo()
    if (view !== 'resolved' && router.state.location.pathname.endsWith(conversation.id)) show(next?.id)
  }
  const begin = (ending?: () => Promise<boolean>) => void start(ending).catch(() => {})
  return { start: () => begin(), startWithReason: () => begin(endWithReason), isPending: resolve.isPending }
}
