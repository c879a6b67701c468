import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { board, type Board } from '../api/queues'
import { digestQueues } from './queues'

const known: Board = {
  queues: [
    {
      departmentId: 'd1',
      department: 'Sales',
      mode: 'pull',
      waiting: 1,
      oldestSince: null,
      first: [{ id: 'c1', contact: { id: 'p1', name: 'Dana', phone: null }, channelId: 'n1', departmentId: 'd1', priority: 'normal', since: '' }],
    },
  ],
  agents: [{ id: 'a1', name: 'Noa', availability: 'available', since: '', used: 0, capacity: 3, departmentIds: ['d1'], held: 0, first: [] }],
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

function floor() {
  const client = new QueryClient()
  const ask = vi.fn(() => Promise.resolve(known))
  const look = () => {
    const stop = new QueryObserver(client, { ...board, queryFn: ask, staleTime: Infinity }).subscribe(() => {})
    return stop
  }
  client.setQueryData(board.queryKey, known)
  return { client, ask, look }
}

it('shows at once who was given what, and asks how it is there', async () => {
  const { client, ask, look } = floor()
  look()
  digestQueues(client, [{ kind: 'conversation.assigned', conversationId: 'c1', assigneeId: 'a1', at: '' }])
  expect(client.getQueryData(board.queryKey)?.agents[0]?.first.map(({ id }) => id)).toEqual(['c1'])
  expect(client.getQueryData(board.queryKey)?.queues[0]?.waiting).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(ask).toHaveBeenCalledTimes(1)
})

it('leaves with its agent what only belongs to another department', () => {
  const { client, look } = floor()
  look()
  digestQueues(client, [{ kind: 'conversation.assigned', conversationId: 'c1', assigneeId: 'a1', at: '' }])
  digestQueues(client, [{ kind: 'conversation.transferred', conversationId: 'c1', departmentId: 'd1', assigneeId: 'a1', at: '' }])
  expect(client.getQueryData(board.queryKey)?.agents[0]?.first.map(({ id }) => id)).toEqual(['c1'])
  expect(client.getQueryData(board.queryKey)?.queues[0]?.waiting).toBe(0)
})

it('asks once a second, however much happens', async () => {
  const { client, ask, look } = floor()
  look()
  await vi.advanceTimersByTimeAsync(5_000)
  for (let n = 0; n < 300; n++) digestQueues(client, [{ kind: 'conversation.queued', conversationId: `c${n}`, at: '' }])
  await vi.advanceTimersByTimeAsync(1)
  expect(ask).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(ask).toHaveBeenCalledTimes(2)
})

it('asks nothing where nobody looks', async () => {
  const { client, ask, look } = floor()
  look()()
  digestQueues(client, [{ kind: 'conversation.queued', conversationId: 'c7', at: '' }])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(ask).not.toHaveBeenCalled()
})
