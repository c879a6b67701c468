import type { QueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import type { News } from './news'
import type { Router } from './notice'
import { isPassed, tellPassed } from '../routing/passed'

/** Whoever is given or loses a conversation by somebody else hears of it; what tells it is fetched when there is something to tell. */
export async function tellOwn(client: QueryClient, router: Router, news: News[]) {
  const notices = news.filter(({ kind }) => kind === 'rule.notified')
  if (notices.length > 0) await (await import('./noticed')).showNotices(client, router, notices)
  const me = client.getQueryData(queries.me.queryKey)?.user.id
  if (news.some((one) => isPassed(me, one))) await tellPassed(client)
  const own = news.filter(({ actorId, assigneeId, previousAssigneeId }) => actorId !== me && (assigneeId === me || previousAssigneeId === me))
  if (own.length === 0) return
  const [{ receiveGiven }, { tellLosses }] = await Promise.all([import('./given'), import('./losses')])
  await receiveGiven(client, router, own)
  await tellLosses(client, router, own)
}
