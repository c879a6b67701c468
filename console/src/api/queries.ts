import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as access from './access'
import * as calls from './calls'
import type { ConversationQuery } from './calls'
import * as numbers from './numbers'
import * as people from './people'
import * as templates from './templates'
import type { TemplateFilter } from './templates'
import type { AuditFilter } from './types'

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
  contact: (id: string) => queryOptions({ queryKey: ['contact', id], queryFn: () => calls.getContact(id) }),
  departments: queryOptions({ queryKey: ['departments'], queryFn: calls.listDepartments }),
  labels: queryOptions({ queryKey: ['labels'], queryFn: calls.listLabels }),
  limits: queryOptions({ queryKey: ['limits'], queryFn: calls.getLimits, staleTime: Infinity }),
  users: queryOptions({ queryKey: ['users'], queryFn: calls.listUsers }),
  channels: queryOptions({ queryKey: ['channels'], queryFn: calls.listChannels }),
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
  audit: (filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: ['audit', filter],
      queryFn: ({ pageParam }) => people.listAuditEntries(filter, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
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
  allUsers: queryOptions({ queryKey: ['users', 'all'], queryFn: people.listAllUsers }),
  invitations: queryOptions({ queryKey: ['invitations'], queryFn: people.listInvitations }),
  addressChanges: queryOptions({ queryKey: ['address-changes'], queryFn: people.listAddressChanges }),
  roles: queryOptions({ queryKey: ['roles'], queryFn: people.listRoles }),
  tokens: queryOptions({ queryKey: ['tokens'], queryFn: people.listTokens }),
  passwordLink: (secret: string) =>
    queryOptions({ queryKey: ['password-link', secret], queryFn: () => people.getPasswordLink(secret), staleTime: Infinity, retry: false }),
  tenants: infiniteQueryOptions({
    queryKey: ['tenants'],
    queryFn: ({ pageParam }) => people.listTenants(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  }),
}
