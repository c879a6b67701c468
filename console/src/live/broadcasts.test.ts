import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { digestBroadcasts } from './broadcasts'

const progressed = (broadcastId: string) => [{ kind: 'broadcast.progressed', broadcastId, at: '' }]

let client: QueryClient

beforeEach(() => {
  vi.useFakeTimers()
  client = new QueryClient()
})
afterEach(() => {
  // What one test has told is over before the next.
  vi.runAllTimers()
  client.clear()
  vi.useRealTimers()
})

async function showList(...ids: string[]) {
  const ask = vi.fn(() => Promise.resolve({ items: ids.map((id) => ({ id })), next: null }))
  new InfiniteQueryObserver(client, {
    queryKey: ['broadcasts', 'list'],
    queryFn: ask,
    initialPageParam: null,
    getNextPageParam: () => null,
  }).subscribe(() => {})
  await vi.advanceTimersByTimeAsync(1)
  ask.mockClear()
  return ask
}

async function show(...queryKey: string[]) {
  const ask = vi.fn(() => Promise.resolve({}))
  new QueryObserver(client, { queryKey: ['broadcasts', ...queryKey], queryFn: ask }).subscribe(() => {})
  await vi.advanceTimersByTimeAsync(1)
  ask.mockClear()
  return ask
}

it('asks again for the broadcast that got further and for no other', async () => {
  const one = await show('one', 'b1')
  const other = await show('one', 'b2')
  digestBroadcasts(client, progressed('b1'))
  await vi.advanceTimersByTimeAsync(1)
  expect(one).toHaveBeenCalledTimes(1)
  expect(other).not.toHaveBeenCalled()
})

it('asks again for the list only where it shows the one that got further, and not with every step', async () => {
  const list = await showList('b1', 'b2')
  digestBroadcasts(client, progressed('elsewhere'))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(list).not.toHaveBeenCalled()
  for (let step = 0; step < 20; step++) {
    digestBroadcasts(client, progressed('b1'))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(list).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(list).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(list).toHaveBeenCalledTimes(2)
})

it('shows at once that one has been planned, paused or finished', async () => {
  const list = await showList('b1')
  const recipients = await show('recipients', 'b1')
  digestBroadcasts(client, [{ kind: 'broadcast.planned', broadcastId: 'b9', at: '' }])
  await vi.advanceTimersByTimeAsync(1)
  expect(list).toHaveBeenCalledTimes(1)
  digestBroadcasts(client, [{ kind: 'broadcast.paused', broadcastId: 'b1', at: '' }])
  await vi.advanceTimersByTimeAsync(1)
  expect(list).toHaveBeenCalledTimes(2)
  expect(recipients).toHaveBeenCalledTimes(1)
})
