import type { QueryClient } from '@tanstack/react-query'
import { askAnew } from '../api/cache'
import { queries } from '../api/queries'
import type { News } from './news'
import { sparing } from './batch'

const PAUSE = 3_000
const LOAD = /^conversation\.(opened|offer|assigned|unassigned|transferred|queued|resolved|reopened|snoozed|woken|demand-changed)|^(agent|routing)\./

/** Who is at work, what they hold, and why something waits: true on screen, and asked for only where it is on screen. */
export function digestRouting(client: QueryClient, news: News[]) {
  const me = client.getQueryData(queries.me.queryKey)?.user.id
  const isOwn = ({ agentId, assigneeId, previousAssigneeId }: News) => me !== undefined && [agentId, assigneeId, previousAssigneeId].includes(me)
  if (news.some(isOwn)) void askAnew(client, { queryKey: queries.availability.queryKey })
  for (const { kind, routingId } of news)
    if (kind === 'routing.members-changed' && routingId) void askAnew(client, { queryKey: queries.members(routingId).queryKey })
  const asked = client.getQueryData(queries.offers.queryKey)?.items.map(({ conversationId }) => conversationId) ?? []
  if (news.some(({ kind, colleagueId, conversationId = '' }) => (/^conversation\.offer/.test(kind) && colleagueId === me) || asked.includes(conversationId)))
    void askAnew(client, { queryKey: queries.offers.queryKey })
  if (news.some(({ kind }) => LOAD.test(kind))) lookAtLoads(client)
}

/** Every conversation that comes or goes changes this; a busy hour must not become as many questions. */
const lookAtLoads = sparing((client: QueryClient) => {
  for (const key of [queries.agents.queryKey, ['routing']]) void askAnew(client, { queryKey: key })
}, PAUSE)
