import type { QueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import { i18next } from '../i18n'
import type { News } from './news'
import { contactOf, nameOf, notice, openConversation, type Router } from './notice'

/**
 * What an agent has been given: the first opens by itself for whoever has nothing open in the inbox and is not writing there, and nobody
 * is called away from anything else; they are told, and shown the way.
 */
export async function receiveGiven(client: QueryClient, router: Router, news: News[]) {
  const me = client.getQueryData(queries.me.queryKey)?.user.id
  for (const gift of news.filter((one) => one.kind === 'conversation.assigned' && one.assigneeId === me && one.actorId !== me))
    await receive(client, router, gift)
}

async function receive(client: QueryClient, router: Router, { conversationId, actorId }: News) {
  const to = { conversationId: conversationId!, view: 'mine' } as const
  if (isOpen(router, to.conversationId)) return
  if (isIdle(router)) return openConversation(router, to)
  const conversation = await client.fetchQuery(queries.conversation(to.conversationId)).catch(() => undefined)
  if (!conversation) return
  const contact = contactOf(conversation)
  const words = actorId ? i18next.t('given.byColleague', { name: await nameOf(client, actorId), contact }) : i18next.t('given.byRule', { contact })
  notice(router, { id: `given-${to.conversationId}`, words, to })
}

const isOpen = ({ state }: Router, id: string) => state.location.pathname.startsWith('/inbox/') && state.location.pathname.endsWith(id)

const OCCUPIED = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu]'

/** In the inbox, with no conversation open, nothing looked for and nothing being written. */
const isIdle = ({ state: { location } }: Router) =>
  /^\/inbox\/[^/]+\/?$/.test(location.pathname) && !('q' in location.search) && !document.activeElement?.closest(OCCUPIED)
