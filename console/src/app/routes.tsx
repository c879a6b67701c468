import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
  type RouteComponent,
} from '@tanstack/react-router'
import { isProblem } from '../api/problem'
import { readAuditSearch } from '../audit/filter'
import { readContactsSearch } from '../contacts/filter'
import { queries } from '../api/queries'
import { i18next, switchLanguage } from '../i18n'
import { Inbox } from '../inbox/Inbox'
import { isView, readFilter } from '../inbox/views'
import { readSearch } from '../search/filter'
import { NoConversation } from '../thread/NoConversation'
import { ConversationSkeleton } from '../thread/ConversationSkeleton'
import { PageSkeleton } from '../ui/PageSkeleton'
import { Broken, NotFound } from './Broken'
import { NotPermitted } from './NotPermitted'
import { page, part } from './page'
import { openTo } from './places'
import { Root } from './Root'
import { Shell } from './Shell'
import { HALF_OPEN, readSteps } from './steps'

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Root,
  notFoundComponent: NotFound,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSteps,
  component: page(() => import('../signin/SignInPage'), 'SignInPage'),
})

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: page(() => import('../signin/PasswordPage'), 'PasswordPage'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.client.ensureQueryData(queries.me)
      if (me.user.language !== i18next.language) await switchLanguage(me.user.language)
      return { me }
    } catch (error) {
      const next = location.href
      if (isProblem(error, 'sign-in-required')) throw redirect({ to: '/sign-in', search: { next } })
      if (isProblem(error, ...HALF_OPEN)) throw redirect({ to: '/sign-in', search: { next, unfinished: true } })
      throw error
    }
  },
})

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    const own = openTo((permission) => me.permissions.includes(permission))[0]
    if (own) throw redirect({ to: own.under })
  },
  component: NotPermitted,
})

const inboxStart = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search: {} })
  },
})

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/$view',
  validateSearch: readFilter,
  beforeLoad: ({ params }) => {
    if (!isView(params.view)) throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search: {} })
  },
  component: Inbox,
})

const inboxIndex = createRoute({ getParentRoute: () => inbox, path: '/', component: NoConversation })

const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '$conversationId',
  component: part(() => import('../thread/Conversation'), 'Conversation'),
  pendingComponent: ConversationSkeleton,
})

const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: readSearch,
  component: page(() => import('../search/SearchPage'), 'SearchPage'),
})

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/activity',
  validateSearch: readAuditSearch,
  component: page(() => import('../audit/AuditPage'), 'AuditPage'),
})

const contacts = createRoute({
  getParentRoute: () => shell,
  path: '/contacts',
  validateSearch: readContactsSearch,
  component: page(() => import('../contacts/ContactsPage'), 'ContactsPage'),
})

const segments = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/segments',
  component: page(() => import('../contacts/SegmentsPage'), 'SegmentsPage'),
})

const contactLists = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/lists',
  component: page(() => import('../contacts/ListsPage'), 'ListsPage'),
})

const contactList = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/lists/$listId',
  component: page(() => import('../contacts/ListPage'), 'ListPage'),
})

const contact = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/$contactId',
  component: page(() => import('../contacts/ContactPage'), 'ContactPage'),
})

const broadcasts = createRoute({
  getParentRoute: () => shell,
  path: '/broadcasts',
  component: page(() => import('../broadcasts/BroadcastsPage'), 'BroadcastsPage'),
})

const newBroadcast = createRoute({
  getParentRoute: () => shell,
  path: '/broadcasts/new',
  validateSearch: readContactsSearch,
  component: page(() => import('../broadcasts/NewBroadcastPage'), 'NewBroadcastPage'),
})

const broadcast = createRoute({
  getParentRoute: () => shell,
  path: '/broadcasts/$broadcastId',
  component: page(() => import('../broadcasts/BroadcastPage'), 'BroadcastPage'),
})

const queues = createRoute({
  getParentRoute: () => shell,
  path: '/queues',
  component: page(() => import('../queues/QueuesPage'), 'QueuesPage'),
})

const operations = createRoute({
  getParentRoute: () => shell,
  path: '/operations',
  component: page(() => import('../operations/OperationsPage'), 'OperationsPage'),
})

const tenants = createRoute({
  getParentRoute: () => shell,
  path: '/tenants',
  component: page(() => import('../tenants/TenantsPage'), 'TenantsPage'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: page(() => import('../settings/Settings'), 'Settings'),
})

const setting = <const Path extends string>(path: Path, component: RouteComponent) => createRoute({ getParentRoute: () => settings, path, component })

const settingsIndex = setting('/', page(() => import('../settings/SettingsIndex'), 'SettingsIndex'))
const profile = setting('profile', page(() => import('../own/ProfilePage'), 'ProfilePage'))
const security = setting('security', page(() => import('../own/SecurityPage'), 'SecurityPage'))
const sessions = setting('sessions', page(() => import('../own/SessionsPage'), 'SessionsPage'))
const keyboard = setting('keyboard', page(() => import('../own/KeyboardPage'), 'KeyboardPage'))
const policy = setting('policy', page(() => import('../business/PolicyPage'), 'PolicyPage'))
const users = setting('users', page(() => import('../people/UsersPage'), 'UsersPage'))
const roles = setting('roles', page(() => import('../people/RolesPage'), 'RolesPage'))
const hours = setting('hours', page(() => import('../hours/HoursPage'), 'HoursPage'))
const newCalendar = setting('hours/new', page(() => import('../hours/CalendarPage'), 'NewCalendarPage'))
const calendar = setting('hours/$calendarId', page(() => import('../hours/CalendarPage'), 'CalendarPage'))
const texts = setting('texts', page(() => import('../greeting/TextsPage'), 'TextsPage'))
const departments = setting('departments', page(() => import('../routing/DepartmentsPage'), 'DepartmentsPage'))
const agents = setting('agents', page(() => import('../routing/AgentsPage'), 'AgentsPage'))
const agent = setting('agents/$agentId', page(() => import('../attendance/AgentPage'), 'AgentPage'))
const ownTimes = setting('times', page(() => import('../attendance/OwnTimesPage'), 'OwnTimesPage'))
const canned = setting('canned-replies', page(() => import('../canned/CannedRepliesPage'), 'CannedRepliesPage'))
const breaks = setting('breaks', page(() => import('../attendance/BreaksPage'), 'BreaksPage'))
const targets = setting('targets', page(() => import('../target/TargetsPage'), 'TargetsPage'))
const endings = setting('endings', page(() => import('../ending/EndingsPage'), 'EndingsPage'))
const skills = setting('skills', page(() => import('../routing/SkillsPage'), 'SkillsPage'))
const simulation = setting('simulation', page(() => import('../simulation/SimulationPage'), 'SimulationPage'))
const rules = setting('rules', page(() => import('../rules/RulesPage'), 'RulesPage'))
const newRule = setting('rules/new', page(() => import('../rules/RulePage'), 'NewRulePage'))
const rule = setting('rules/$ruleId', page(() => import('../rules/RulePage'), 'RulePage'))
const channels = setting('channels', page(() => import('../business/ChannelsPage'), 'ChannelsPage'))
const templates = setting('templates', page(() => import('../business/TemplatesPage'), 'TemplatesPage'))
const tokens = setting('tokens', page(() => import('../business/TokensPage'), 'TokensPage'))

const tree = root.addChildren([
  signIn,
  password,
  shell.addChildren([
    start,
    inboxStart,
    inbox.addChildren([inboxIndex, conversation]),
    search,
    contacts,
    segments,
    contactLists,
    contactList,
    broadcasts,
    newBroadcast,
    broadcast,
    contact,
    audit,
    queues,
    operations,
    tenants,
    settings.addChildren([settingsIndex, profile, security, sessions, keyboard, users, roles, hours, newCalendar, calendar, departments, texts, agents, agent, ownTimes, canned, breaks, skills, targets, endings, rules, newRule, rule, simulation, channels, templates, tokens, policy]),
  ]),
])

export const createConsoleRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: Broken,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
}
