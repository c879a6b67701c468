import type { QueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import { i18next } from '../i18n'
import type { News } from './news'
import { contactOf, nameOf, notice, type Router } from './notice'

/** Tells an agent whose conversation a colleague has taken, passed on, put back or ended, and shows the way there. */
export async function tellLosses(client: QueryClient, router: Router, news: News[]) {
  const me = client.getQueryData(queries.me.queryKey)?.user.id
  for (const loss of news.filter((one) => one.previousAssigneeId === me && one.actorId !== me)) await tell(client, router, loss)
}

async function tell(client: QueryClient, router: Router, loss: News) {
  const id = loss.conversationId!
  const [name, other, conversation] = await Promise.all([
    nameOf(client, loss.actorId),
    nameOf(client, loss.assigneeId),
    // With the conversation may have gone the right to see it.
    client.fetchQuery(queries.conversation(id)).catch(() => undefined),
  ])
  notice(router, {
    id: `lost-${id}`,
    color: 'yellow',
    words: i18next.t(`lost.${wayOf(loss)}`, { name, contact: contactOf(conversation), other }),
    to: conversation && { conversationId: id, view: 'open' },
  })
}

function wayOf({ kind, actorId, assigneeId }: News) {
  if (kind === 'conversation.assigned') return actorId === assigneeId ? 'taken' : 'passedOn'
  return kind === 'conversation.resolved' ? 'resolved' : 'putBack'
}
