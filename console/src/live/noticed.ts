import type { QueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import { i18next } from '../i18n'
import type { News } from './news'
import { contactOf, notice, type Router } from './notice'

/** A rule wants somebody to look at a conversation; the server tells nobody else. */
export async function showNotices(client: QueryClient, router: Router, news: News[]) {
  for (const conversationId of new Set(news.flatMap((one) => one.conversationId ?? []))) {
    const conversation = await client.fetchQuery(queries.conversation(conversationId)).catch(() => undefined)
    const words = i18next.t('given.byNotice', { contact: contactOf(conversation) })
    notice(router, { id: `noticed-${conversationId}`, words, to: { conversationId, view: 'open' } })
  }
}
