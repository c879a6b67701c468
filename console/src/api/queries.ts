import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as access from './access'
import * as calls from './calls'
import type { ConversationQuery } from './calls'
import * as contacts from './contacts'
import type { ContactsQuery } from './contacts'
import * as numbers from './numbers'
import * as attendance from './attendance'
import * as routing from './routing'
import * as templates from './templates'
import type { TemplateFilter } from './templates'

/** Every question the console asks, under the key by which its answer can be found again. */
export const queries = {
  me: queryOptions({ queryKey: ['me'], queryFn: () => calls.getMe(), staleTime: Infinity, retry: false }),
  conversations: (query: ConversationQuery) =>
    infiniteQueryOptions({
      queryKey: ['conversations', query],
      queryFn: ({ pageParam }) => calls.listConversations(query, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
  counts: queryOptions({ queryKey: ['counts'], queryFn: calls.getCounts }),
  conversation: (id: string) =>
    queryOptions({ queryKey: ['conversation', id], queryFn: () => calls.getConversation(id) }),
  timeline: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['timeline', id],
      queryFn: ({ pageParam }) => calls.getTimeline(id, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
  /** The same from a message or note on, in both directions. */
  timelineAround: (id: string, around: string) =>
    infiniteQueryOptions({
      queryKey: ['timeline', id, around],
      queryFn: ({ pageParam }) => calls.getTimelineAround(id, pageParam),
      initialPageParam: { around } as calls.TimelinePart,
      getNextPageParam: ({ next }) => (next ? ({ cursor: next } as calls.TimelinePart) : null),
      getPreviousPageParam: ({ newer }) => (newer ? ({ after: newer } as calls.TimelinePart) : null),
    }),
  contact: (id: string) => queryOptions({ queryKey: ['contact', id], queryFn: () => calls.getContact(id) }),
  contacts: (query: ContactsQuery) =>
    infiniteQueryOptions({
      queryKey: ['contacts', query],
      queryFn: ({ pageParam }) => contacts.listContacts(query, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
  contactLabels: queryOptions({ queryKey: ['contact-labels'], queryFn: contacts.listContactLabels }),
  conversationsWith: (contact: string) =>
    infiniteQueryOptions({
      queryKey: ['contact', contact, 'conversations'],
      queryFn: ({ pageParam }) => contacts.listConversationsWith(contact, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
  departments: queryOptions({ queryKey: ['departments'], queryFn: calls.listDepartments }),
  members: (id: string) => queryOptions({ queryKey: ['members', id], queryFn: () => routing.getMembers(id) }),
  availability: queryOptions({ queryKey: ['availability'], queryFn: () => attendance.getAvailability() }),
  weights: queryOptions({ queryKey: ['channel-weights'], queryFn: routing.listWeights }),
  agents: queryOptions({ queryKey: ['agents'], queryFn: routing.listAgents }),
  routing: (id: string) => queryOptions({ queryKey: ['routing', id], queryFn: () => routing.getRouting(id), staleTime: 0 }),
  targets: (id: string) => queryOptions({ queryKey: ['targets', id], queryFn: () => routing.listTargets(id), staleTime: 0 }),
  handovers: queryOptions({ queryKey: ['handovers'], queryFn: routing.listHandovers }),
  offers: queryOptions({ queryKey: ['offers'], queryFn: routing.listOffers }),
  labels: queryOptions({ queryKey: ['labels'], queryFn: calls.listLabels }),
  limits: queryOptions({ queryKey: ['limits'], queryFn: calls.getLimits, staleTime: Infinity }),
  readReceipts: queryOptions({ queryKey: ['read-receipts'], queryFn: calls.getReadReceipts }),
  users: queryOptions({ queryKey: ['users'], queryFn: calls.listUsers }),
  channels: queryOptions({ queryKey: ['channels'], queryFn: calls.listChannels }),
  unreadChanges: queryOptions({ queryKey: ['unread-changes'], queryFn: calls.listUnreadChanges }),
  consent: (id: string) => queryOptions({ queryKey: ['contact', id, 'consent'], queryFn: () => calls.getConsent(id) }),
  news: (id: string) => queryOptions({ queryKey: ['standing', id, 'news'], queryFn: () => numbers.listNews(id), staleTime: 0 }),
  metaApps: queryOptions({ queryKey: ['meta-apps'], queryFn: numbers.listApps }),
  templates: (filter: TemplateFilter) =>
    infiniteQueryOptions({
      queryKey: ['templates', 'list', filter],
      queryFn: ({ pageParam }) => templates.list(filter, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
  templateLanguages: queryOptions({ queryKey: ['templates', 'languages'], queryFn: templates.languages }),
  templateAccounts: queryOptions({
    queryKey: ['templates', 'accounts'],
    queryFn: templates.accounts,
    refetchInterval: ({ state }) => (state.data?.items.some(({ waiting }) => waiting) ? 2_000 : false),
  }),
  standing: (id: string) =>
    queryOptions({
      queryKey: ['standing', id],
      queryFn: () => numbers.standing(id),
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.steps.some(({ state: one }) => one === 'waiting') ? 5_000 : false),
    }),
  signup: queryOptions({ queryKey: ['signup'], queryFn: numbers.getSignup, staleTime: Infinity }),
  profile: (id: string) => queryOptions({ queryKey: ['profile', id], queryFn: () => numbers.getProfile(id), staleTime: 0, gcTime: 0 }),
  operations: queryOptions({ queryKey: ['operations'], queryFn: calls.getOperations, refetchInterval: 5_000 }),
  timedWork: queryOptions({ queryKey: ['timed-work'], queryFn: calls.listTimedWork, refetchInterval: 60_000 }),
  deadLetters: infiniteQueryOptions({
    queryKey: ['dead-letters'],
    queryFn: ({ pageParam }) => calls.listDeadLetters(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  }),
  session: queryOptions({ queryKey: ['session'], queryFn: access.getSession, retry: false, staleTime: Infinity, gcTime: 0 }),
  security: queryOptions({ queryKey: ['security'], queryFn: access.getSecurity }),
  sessions: queryOptions({ queryKey: ['sessions'], queryFn: access.listSessions }),
  policy: queryOptions({ queryKey: ['policy'], queryFn: access.getPolicy }),
}
