import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '../api/problem'
import { createOutbox, type Outbox, type Shelf } from './outbox'
import type { Outgoing } from './outgoing'

const written = (clientId: string, change: Partial<Outgoing> = {}): Outgoing => ({
  clientId,
  conversationId: 'c1',
  kind: 'reply',
  content: { type: 'text', body: clientId },
  fileName: null,
  at: Date.now(),
  state: 'waiting',
  reason: null,
  ...change,
})

function shelfWith(...items: Outgoing[]) {
  const kept = new Map(items.map((item) => [item.clientId, item]))
  const shelf: Shelf = {
    load: async () => [...kept.values()],
    keep: async (item) => kept.set(item.clientId, item),
    drop: async (clientId) => kept.delete(clientId),
  }
  return { kept, shelf }
}

const settled = () => vi.advanceTimersByTimeAsync(0)
const states = (outbox: Outbox) => outbox.items.get().map(({ clientId, state }) => `${clientId}:${state}`)

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

describe('the outbox', () => {
  it('keeps a message until the server has confirmed it', async () => {
    const { kept, shelf } = shelfWith()
    let confirm = () => {}
    const outbox = createOutbox(shelf, () => new Promise((done) => (confirm = done)))
    outbox.add(written('a'))
    await settled()
    expect(states(outbox)).toEqual(['a:sending'])
    expect(kept.has('a')).toBe(true)
    confirm()
    await settled()
    expect(states(outbox)).toEqual([])
    expect(kept.has('a')).toBe(false)
  })

  it('sends in order within a conversation, one at a time', async () => {
    const sent: string[] = []
    const outbox = createOutbox(shelfWith().shelf, async ({ clientId }) => {
      await new Promise((done) => setTimeout(done, clientId === 'a' ? 100 : 1))
      sent.push(clientId)
    })
    outbox.add(written('a'))
    outbox.add(written('b'))
    await vi.advanceTimersByTimeAsync(200)
    expect(sent).toEqual(['a', 'b'])
  })

  it('waits while the server is away and sends when it is back', async () => {
    let away = true
    const send = vi.fn(async () => {
      if (away) throw new Problem(0, {})
    })
    const outbox = createOutbox(shelfWith().shelf, send)
    outbox.add(written('a'))
    await settled()
    expect(states(outbox)).toEqual(['a:waiting'])
    away = false
    outbox.resume()
    await settled()
    expect(states(outbox)).toEqual([])
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('keeps a refused message with its reason and goes on with the next', async () => {
    const outbox = createOutbox(shelfWith().shelf, async ({ clientId }) => {
      if (clientId === 'a') throw new Problem(409, { code: 'service-window-closed', detail: 'The window is closed.' })
    })
    outbox.add(written('a'))
    outbox.add(written('b'))
    await settled()
    expect(outbox.items.get()).toMatchObject([{ clientId: 'a', state: 'refused', reason: 'The window is closed.' }])
  })

  it('asks a person before sending what lay for more than five minutes', async () => {
    const { shelf } = shelfWith(written('old', { at: Date.now() - 6 * 60_000, state: 'sending' }))
    const send = vi.fn(async () => {})
    const outbox = createOutbox(shelf, send)
    await outbox.restore()
    await settled()
    expect(states(outbox)).toEqual(['old:held'])
    expect(send).not.toHaveBeenCalled()
    outbox.retry('old')
    await settled()
    expect(send).toHaveBeenCalledOnce()
  })

  it('tells whoever wrote it whether it was confirmed', async () => {
    const outbox = createOutbox(shelfWith().shelf, async ({ clientId }) => {
      if (clientId === 'a') throw new Problem(409, {})
    })
    const told = Promise.all([outbox.add(written('a')), outbox.add(written('b'))])
    await settled()
    expect(await told).toEqual([false, true])
  })

  it('forgets what a person discards', async () => {
    const { kept, shelf } = shelfWith()
    const outbox = createOutbox(shelf, () => Promise.reject(new Problem(409, {})))
    outbox.add(written('a'))
    await settled()
    outbox.discard('a')
    expect(states(outbox)).toEqual([])
    expect(kept.size).toBe(0)
  })
})
