import type { QueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import type { News } from './news'
import { sparing } from './batch'

const PAUSE = 3_000
const PASSES = /^conversation\.(assigned|unassigned|transferred|resolved|handover-)/
const LOAD = /^conversation\.(opened|assigned|unassigned|transferred|queued|resolved|reopened|snoozed|woken|demand-changed)|^(agent|routing)\./

/** Who is at work, what they hold, and why something waits: true on screen, and asked for only where it is on screen. */
export function digestRouting(client: QueryClient, news: News[]) {
  const me = client.getQueryData(queries.me.queryKey)?.user.id
  const isOwn = ({ agentId, assigneeId, previousAssigneeId }: News) => me !== undefined && [agentId, assigneeId, previousAssigneeId].includes(me)
  if (news.some(isOwn)) void client.invalidateQueries({ queryKey: queries.availability.queryKey })
  if (news.some(({ kind }) => kind.startsWith('routing.'))) void client.invalidateQueries({ queryKey: queries.departments.queryKey })
  if (news.some(({ kind }) => /^routing\.(skill|abilities)-/.test(kind))) void client.invalidateQueries({ queryKey: ['skills'] })
  for (const { kind, routingId } of news)
    if (kind === 'routing.members-changed' && routingId) void client.invalidateQueries({ queryKey: queries.members(routingId).queryKey })
  if (news.some(({ kind }) => PASSES.test(kind))) void client.invalidateQueries({ queryKey: queries.handovers.queryKey })
  if (news.some(({ kind }) => LOAD.test(kind))) lookAtLoads(client)
}

/** Every conversation that comes or goes changes this; a busy hour must not become as many questions. */
const lookAtLoads = sparing((client: QueryClient) => {
  for (const key of [queries.agents.queryKey, ['routing']]) void client.invalidateQueries({ queryKey: key })
}, PAUSE)
