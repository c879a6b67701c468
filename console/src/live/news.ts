import { partialMatchKey, type InfiniteData, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { askAgain, askAnew, putStatus, refreshConversation, refreshTimeline, whenTimelinesAnswered } from '../api/cache'
import { queries } from '../api/queries'
import { flatten, type Timeline } from '../api/timeline'
import type { Conversation, Message, Page, TimelineItem } from '../api/types'
import { digestBroadcasts } from './broadcasts'
import { digestQueues } from './queues'
import { digestRouting } from './routing'

/** One event of the server's stream: what changed, not how it looks now. */
export interface News {
  kind: string
  conversationId?: string
  messageId?: string
  mediaId?: string
  broadcastId?: string
  agentId?: string
  routingId?: string
  departmentId?: string
  ruleId?: string
  notifiedId?: string
  actorId?: string
  assigneeId?: string
  colleagueId?: string
  answer?: string
  previousAssigneeId?: string
  status?: Message['status']
  at: string
}

export const KINDS = [
  'conversation.opened',
  'conversation.message-received',
  'conversation.reply-queued',
  'conversation.message-status',
  'conversation.message-changed',
  'conversation.demand-changed',
  'conversation.messages-added',
  'conversation.number-changed',
  'conversation.device-changed',
  'conversation.agent-silent',
  'conversation.abandoned',
  'conversation.assigned',
  'conversation.unassigned',
  'conversation.transferred',
  'conversation.handover-asked',
  'conversation.handover-declined',
  'conversation.handover-ended',
  'conversation.handover-withdrawn',
  'conversation.offered',
  'conversation.offer-ended',
  'conversation.queued',
  'conversation.nudged',
  'conversation.nudge-not-sent',
  'conversation.resolved',
  'conversation.reopened',
  'conversation.snoozed',
  'conversation.woken',
  'conversation.noted',
  'conversation.labeled',
  'conversation.read',
  'media.ready',
  'media.arrived',
  'media.infected',
  'media.late',
  'media.failed',
  'media.retried',
  'contact.changed',
  'contact.marketing-stopped',
  'contact.marketing-resumed',
  'contact.marketing-declared',
  'contact.marketing-withdrawn',
  'canned.added',
  'canned.changed',
  'canned.removed',
  'channel.connected',
  'channel.app-changed',
  'channel.renamed',
  'channel.stopped',
  'channel.resumed',
  'channel.disconnected',
  'contact.merged',
  'contact.separated',
  'contactlist.done',
  'contactlist.started',
  'contactlist.stopped',
  'ending.department-changed',
  'ending.disposition-added',
  'ending.disposition-changed',
  'ending.disposition-removed',
  'ending.reopening-changed',
  'ending.wrap-up-ended',
  'greeting.setting-changed',
  'greeting.texts-changed',
  'hours.calendar-added',
  'hours.calendar-changed',
  'hours.calendar-removed',
  'hours.office-changed',
  'target.broken',
  'target.changed',
  'target.endangered',
  'template.changed',
  'template.edited',
  'template.removed',
  'template.submitted',
  'broadcast.planned',
  'broadcast.started',
  'broadcast.progressed',
  'broadcast.paused',
  'broadcast.resumed',
  'broadcast.cancelled',
  'broadcast.finished',
  'agent.availability-changed',
  'agent.availability-set',
  'agent.break-reason-added',
  'agent.break-reason-changed',
  'agent.break-reason-removed',
  'agent.grace-changed',
  'agent.capacity-changed',
  'routing.channel-weight-changed',
  'routing.department-added',
  'routing.department-changed',
  'routing.department-removed',
  'routing.entrance-changed',
  'routing.members-changed',
  'routing.abilities-changed',
  'routing.skill-added',
  'routing.skill-changed',
  'routing.skill-removed',
  'conversation.ruled',
  'rule.added',
  'rule.changed',
  'rule.notified',
  'rule.ordered',
  'rule.removed',
]

const MANY = 20
/** Of these a thread says nothing. */
const SILENT = new Set(['conversation.read', 'conversation.offered', 'conversation.offer-ended'])
/** Why a message waits, or where it ended, stands beside its status. */
const FATE = new Set<Message['status'] | undefined>(['queued', 'failed', 'unconfirmed'])

/** What is asked for anew at which news. */
const STALE: [RegExp, QueryKey[]][] = [
  [/opened|assigned|transferred|queued|resolved|reopened|snoozed|woken/, [queries.counts.queryKey, queries.departments.queryKey]],
  [/^conversation\.labeled$/, [queries.labels.queryKey]],
  [/^channel\./, [queries.channels.queryKey]],
  // What a department kept is everybody's once it is no more.
  [/^canned\.|^routing\.department-removed$/, [['canned-replies']]],
  // A conversation is called by whom it is with.
  [/^contact\./, [['contact'], ['contacts'], ['contact-labels'], ['conversations']]],
  [/^contactlist\./, [['contacts'], ['contact-labels'], ['contact-list'], ['contact-lists'], ['segments'], ['segment']]],
  [/^template\./, [['templates']]],
  [/^ending\./, [['dispositions'], ['reopening'], ['ending'], ['wrap-ups']]],
  [/^hours\./, [['calendars'], ['office-hours']]],
  // Other targets or hours move what is due of everything that is open.
  [/^target\.changed$|^hours\./, [['service-targets'], ['conversations'], ['conversation']]],
  [/^rule\.|^conversation\.ruled/, [['rules']]],
  [/^routing\./, [queries.departments.queryKey]],
  [/^routing\.(skill|abilities)-/, [['skills']]],
  [/^routing\.channel-weight-changed$/, [queries.weights.queryKey]],
  [/^agent\.availability-/, [['spells']]],
  [/^agent\.break-reason-/, [['break-reasons'], ['availability'], ['agents'], ['spells']]],
  [/^agent\.grace-changed$/, [['absence-rule']]],
  [/^conversation\.(assigned|unassigned|transferred|resolved|handover-)/, [queries.handovers.queryKey]],
]

/** Brings what is on screen up to date with a batch of news, asking only for what they name. */
export async function digest(client: QueryClient, news: News[]) {
  for (const { conversationId, messageId, status } of news)
    if (conversationId && messageId && status) putStatus(client, conversationId, messageId, status)
  const work = [
    ...refreshed(news, (item) => !isElsewhere(client, item), (id) => refreshConversation(client, id), () => everything(client)),
    ...refreshed(news, changesTimeline, (id) => refreshTimeline(client, id), () => everything(client)),
    ...news.flatMap(({ mediaId }) => (mediaId ? [refetchTimelinesWith(client, mediaId)] : [])),
  ] // prettier-ignore
  const stale = STALE.flatMap(([told, keys]) => (news.some(({ kind }) => told.test(kind)) ? keys : []))
  work.push(askAnew(client, { predicate: ({ queryKey }) => stale.some((key) => partialMatchKey(queryKey, key)) }))
  work.push(...digestBroadcasts(client, news))
  digestRouting(client, news)
  digestQueues(client, news)
  await Promise.allSettled(work)
}

export function everything(client: QueryClient) {
  return askAnew(client, { predicate: ({ queryKey }) => queryKey[0] !== 'me' })
}

/** Roles may have changed meanwhile, and with them what everything on screen holds. */
export async function lookAtOneself(client: QueryClient) {
  const before = client.getQueryData(queries.me.queryKey)
  await client.fetchQuery({ ...queries.me, staleTime: 0 })
  // An equal answer leaves the one that was there.
  if (client.getQueryData(queries.me.queryKey) !== before) await everything(client)
}

/** A message got further that is in no conversation on screen: with a broadcast, many of them do so at once. */
const isElsewhere = (client: QueryClient, { kind, conversationId }: News) =>
  kind === 'conversation.message-status' &&
  !client.getQueryData(['conversation', conversationId]) &&
  !client
    .getQueriesData<InfiniteData<Page<Conversation>>>({ queryKey: ['conversations'] })
    .some(([, list]) => list?.pages.some(({ items }) => items.some(({ id }) => id === conversationId)))

const changesTimeline = ({ kind, status }: News) =>
  kind.startsWith('conversation.') &&
  !SILENT.has(kind) &&
  (kind !== 'conversation.message-status' || FATE.has(status))

/**
 * A file may belong to a message on any page, so only whoever shows it is asked again, but for all pages. Its message
 * may be on the way still, in an answer that was given before the file came.
 */
async function refetchTimelinesWith(client: QueryClient, mediaId: string) {
  askAgain(client, { queryKey: ['timeline'] })
  await whenTimelinesAnswered()
  await askAnew(client, {
    queryKey: ['timeline'],
    predicate: ({ state }) => flatten(state.data as Timeline | undefined).some((item) => holds(item, mediaId)),
  })
}

const holds = (item: TimelineItem, mediaId: string) =>
  item.kind === 'message' && 'media' in item.message.content && item.message.content.media?.id === mediaId

function refreshed(
  news: News[],
  concerns: (item: News) => boolean,
  refresh: (id: string) => Promise<void>,
  refreshAll: () => Promise<void>,
) {
  const ids = new Set(news.filter(concerns).flatMap(({ conversationId }) => conversationId ?? []))
  return ids.size > MANY ? [refreshAll()] : [...ids].map(refresh)
}
