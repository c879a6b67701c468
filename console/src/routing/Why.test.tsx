import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { ConversationRouting, Demand, Me, RoutingDecision } from '../api/types'
import { speak } from '../i18n'
import Why from './Why'

await speak('pages')
afterEach(() => vi.restoreAllMocks())

const AT = '2026-11-28T10:00:00Z'
const considered = (id: string, name: string, idle: number) => ({ id, name, preferred: 0, weights: { idleSince: Date.parse(AT) / 1000 - idle } })
const ANYTHING: Demand = { priority: 'normal', required: [], preferred: [] }
const decision = (change: Partial<RoutingDecision> = {}): RoutingDecision => ({
  id: 'r1',
  at: AT,
  waitingSince: '2026-11-28T09:57:00Z',
  agentId: 'u1',
  agent: 'Ann',
  departmentId: 'd1',
  department: 'Sales',
  choice: 'longest_idle',
  considered: [considered('u1', 'Ann', 240), considered('u2', 'Ben', 120)],
  obstacles: {},
  passed: 0,
  isKept: false,
  answer: null,
  ...change,
})

async function explained(answer: Omit<ConversationRouting, 'demand'> & { demand?: Demand }, assignee: string | null, mode: 'pull' | 'push' = 'push', isDeserted = false) {
  vi.spyOn(routing, 'getRouting').mockResolvedValue({ demand: ANYTHING, ...answer })
  const client = new QueryClient()
  client.setQueryData(queries.me.queryKey, { user: { id: 'u1' }, permissions: ['ANSWER_CONVERSATIONS'] } as unknown as Me)
  client.setQueryData(queries.departments.queryKey, { items: [{ id: 'd1', name: 'Sales', mode, choice: 'longest_idle', relaxAfterSeconds: null, offerSeconds: 30, offerMisses: 3, keepWithinSeconds: 0, keepWaitSeconds: 300, overflowSeconds: 300, overflowTo: [], waiting: 1, isDeserted }], next: null })
  const { container } = render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <Why conversation={{ id: 'c1', assignee: assignee ? { id: assignee, name: '' } : null }} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  await screen.findAllByText(/./, { selector: 'p' })
  return container.textContent.replace(/[\u2068\u2069]/g, '')
}

const wait = (change: Partial<NonNullable<ConversationRouting['waiting']>>) => ({
  waiting: { departmentId: 'd1', department: 'Sales', since: AT, before: 0, estimate: { kind: 'between' as const, from: 10, to: 20 }, relaxesAt: null, overflowsAt: null, overflowedTo: [], keptFor: null, keptUntil: null, offeredTo: null, offerEndsAt: null, obstacles: {}, ...change },
  decisions: [],
})

it('tells the agent how long it waited, among whom they were chosen, by what rule, and what counted', async () => {
  const words = await explained({ waiting: null, decisions: [decision({ obstacles: { not_available: 2, full: 1 }, passed: 1 })] }, 'u1')
  expect(words).toContain('It was given to you on')
  expect(words).toContain('after waiting in Sales for 3 minutes')
  expect(words).toContain('Chosen among 2')
  expect(words).toContain('Whoever has had nothing to begin or end for longest')
  expect(words).toContain('Ann · chosennothing new for 4 minutes')
  expect(words).toContain('Bennothing new for 2 minutes')
  expect(words).toContain('2 are away, busy, on a break or offline')
  expect(words).toContain('1 holds as much as they can')
  expect(words).toContain('1 stood before it')
})

it('tells what keeps it waiting, and how many stand before it', async () => {
  const words = await explained(wait({ before: 3, obstacles: { not_available: 2, full: 1 } }), null)
  expect(words).toContain('It may still take 10 to 20 minutes.')
  expect(words).toContain('It has been waiting in Sales for')
  expect(words).toContain('3 stand before it.')
  expect(words).toContain('2 are away')
  expect(words).toContain('1 holds as much')
})

it('names nobody as hindered where agents take what waits', async () => {
  const words = await explained(wait({}), null, 'pull')
  expect(words).toContain('It stands first.')
  expect(words).toContain('take what waits themselves')
  expect(words).not.toContain('Nobody can have it now')
})

it('does not say that nobody is to be asked where it is about to be given', async () => {
  expect(await explained(wait({}), null)).toContain('is being given this very moment')
})

it('does not lay somebody\'s own choice at the door of a rule', async () => {
  const words = await explained({ waiting: null, decisions: [decision({ agentId: 'u2', agent: 'Ben' })] }, 'u1')
  expect(words).toContain('No rule decided this')
  expect(words).toContain('Before thatIt was given to Ben on')
  expect(words).not.toContain('Chosen among')
})

it('tells what it asks for, how urgent it is, and when it will ask for less', async () => {
  const hebrew = { skillId: 's1', name: 'Hebrew', level: 3 }
  const demand: Demand = { priority: 'urgent', required: [hebrew], preferred: [{ ...hebrew, skillId: 's2', name: 'Roses', level: 1 }] }
  const words = await explained({ ...wait({ obstacles: { lacks_skill: 1 }, relaxesAt: AT }), demand }, null)
  expect(words).toContain('It is urgent')
  expect(words).toContain('It asks for somebody with Hebrew (3 or more).')
  expect(words).toContain('It had better go to somebody with Roses (1 or more).')
  expect(words).toContain('it asks for less.')
  expect(words).toContain('Change what it asks for')
})

it('tells for whom it is kept, who is asked, and who else gets it', async () => {
  const words = await explained(
    wait({ offeredTo: { id: 'u2', name: 'Ben' }, offerEndsAt: AT, keptFor: { id: 'u2', name: 'Ben' }, keptUntil: AT, overflowedTo: ['Support', 'Night'] }),
    null,
  )
  expect(words).toContain('It is offered to Ben until')
  expect(words).toContain('It is kept for Ben, who had this contact last, until')
  expect(words).toContain('these get it, too: Support and Night.')
  expect(words).not.toContain('very moment')
})

it('tells what came of asking', async () => {
  const words = await explained({ waiting: null, decisions: [decision({ isKept: true, answer: 'accepted' }), decision({ id: 'e2', agentId: 'u2', agent: 'Ben', answer: 'declined' })] }, 'u1')
  expect(words).toContain('It was offered to you on')
  expect(words).toContain('It was offered, and accepted.')
  expect(words).toContain('It was kept for whoever had this contact last.')
  expect(words).toContain('It was offered to Ben on')
  expect(words).toContain('It was offered, and declined.')
})

it('says that nobody answers in the department at all', async () => {
  const words = await explained(wait({}), null, 'push', true)
  expect(words).toContain('Nobody answers in this department')
  expect(words).not.toContain('this very moment')
})
