import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../api/queries'
import type { Agent, Me } from '../api/types'
import { digestRouting } from './routing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

function desk() {
  const client = new QueryClient()
  client.setQueryData(queries.me.queryKey, { user: { id: 'u1' } } as unknown as Me)
  client.setQueryData(queries.agents.queryKey, { items: [] as Agent[], next: null })
  client.setQueryData(queries.availability.queryKey, { availability: 'away', reason: null, automatic: false, since: '', capacity: 30, used: 0 })
  client.setQueryData(queries.members('d1').queryKey, { agentIds: [] })
  client.setQueryData(queries.members('d2').queryKey, { agentIds: [] })
  const isOld = (queryKey: readonly unknown[]) => client.getQueryState(queryKey)?.isInvalidated
  return { client, isOld }
}

it('asks how one stands oneself when others change it, or when one is given or loses something', () => {
  for (const news of [
    { kind: 'agent.availability-changed', agentId: 'u1' },
    { kind: 'conversation.assigned', conversationId: 'c1', assigneeId: 'u1' },
    { kind: 'conversation.resolved', conversationId: 'c1', previousAssigneeId: 'u1' },
  ]) {
    const { client, isOld } = desk()
    digestRouting(client, [{ ...news, at: '' }])
    expect(isOld(queries.availability.queryKey), news.kind).toBe(true)
  }
})

it('does not ask how one stands oneself because of colleagues', () => {
  const { client, isOld } = desk()
  digestRouting(client, [
    { kind: 'agent.availability-changed', agentId: 'u2', at: '' },
    { kind: 'conversation.assigned', conversationId: 'c1', assigneeId: 'u2', at: '' },
  ])
  expect(isOld(queries.availability.queryKey)).toBe(false)
})

it('asks what agents hold once for a busy second, however many conversations come and go', () => {
  const { client } = desk()
  vi.advanceTimersByTime(10_000)
  const ask = vi.spyOn(client, 'invalidateQueries')
  const asked = () => ask.mock.calls.filter(([which]) => which?.queryKey === queries.agents.queryKey).length
  for (let n = 0; n < 200; n++) digestRouting(client, [{ kind: 'conversation.assigned', conversationId: `c${n}`, at: '' }])
  expect(asked()).toBe(1)
  vi.advanceTimersByTime(3_000)
  expect(asked()).toBe(2)
  vi.advanceTimersByTime(60_000)
  expect(asked()).toBe(2)
})

it('asks for the members of the department whose members changed, and of no other', () => {
  const { client, isOld } = desk()
  digestRouting(client, [{ kind: 'routing.members-changed', routingId: 'd1', at: '' }])
  expect([isOld(queries.members('d1').queryKey), isOld(queries.members('d2').queryKey)]).toEqual([true, false])
})
