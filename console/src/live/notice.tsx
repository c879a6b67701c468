import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import type { useRouter } from '@tanstack/react-router'
import { queries } from '../api/queries'
import type { Conversation } from '../api/types'
import { i18next } from '../i18n'
import styles from './notice.module.css'

export type Router = ReturnType<typeof useRouter>

const SHOWN = 15_000

interface Notice {
  id: string
  color?: string
  words: string
  /** Where it leads; nowhere if it is not there to be seen any more. */
  to?: { conversationId: string; view: 'mine' | 'open' }
}

/** Tells something about a conversation that is not on screen, and shows the way there. */
export function notice(router: Router, { id, color, words, to }: Notice) {
  const show = () => {
    notifications.hide(id)
    if (to) openConversation(router, to)
  }
  notifications.hide(id)
  notifications.show({
    id,
    color,
    autoClose: SHOWN,
    message: (
      <span className={styles.line}>
        <span>{words}</span>
        {to && (
          <Button variant="subtle" onClick={show}>
            {i18next.t('lost.show')}
          </Button>
        )}
      </span>
    ),
  })
}

export const openConversation = (router: Router, { conversationId, view }: NonNullable<Notice['to']>) =>
  void router.navigate({ to: '/inbox/$view/$conversationId', params: { view, conversationId }, search: {} })

export const nameOf = async (client: QueryClient, id: string | undefined) =>
  (await client.fetchQuery(queries.users)).items.find((user) => user.id === id)?.name ?? ''

export const contactOf = (conversation: Conversation | undefined) =>
  conversation?.contact.name ?? conversation?.contact.phone ?? i18next.t('contact.unnamed')
