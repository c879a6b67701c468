import { isProblem } from '../api/problem'
import { createStore } from '../ui/store'
import type { Outgoing } from './outgoing'

export interface Shelf {
  load: () => Promise<Outgoing[]>
  keep: (item: Outgoing) => Promise<unknown>
  drop: (clientId: string) => Promise<unknown>
}

const STALE = 5 * 60_000
const PAUSES = [1_000, 2_000, 5_000, 15_000]

/**
 * Sends what people write, in order within each conversation. Nothing leaves it before the server has confirmed it or
 * a person has discarded it; only a person sends again what is stale or was refused.
 */
export function createOutbox(shelf: Shelf, send: (item: Outgoing) => Promise<void>) {
  const items = createStore<Outgoing[]>([])
  const busy = new Set<string>()
  const awaited = new Map<string, (confirmed: boolean) => void>()
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const find = (clientId: string) => items.get().find((item) => item.clientId === clientId)

  function change(clientId: string, next: Partial<Outgoing>) {
    items.set(items.get().map((item) => (item.clientId === clientId ? { ...item, ...next } : item)))
    const changed = find(clientId)
    if (changed) void shelf.keep(changed)
  }

  function discard(clientId: string) {
    items.set(items.get().filter((item) => item.clientId !== clientId))
    void shelf.drop(clientId)
  }

  function settle(clientId: string, confirmed: boolean) {
    awaited.get(clientId)?.(confirmed)
    awaited.delete(clientId)
  }

  async function restore() {
    const kept = await shelf.load()
    const known = new Set(items.get().map((item) => item.clientId))
    const restored = kept
      .filter((item) => !known.has(item.clientId))
      .map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' as const } : item))
    items.set([...restored, ...items.get()].sort((a, b) => a.at - b.at))
    resume()
  }

  /** Tells whether the server confirmed it, or false as soon as only a person can go on. */
  function add(item: Omit<Outgoing, 'state' | 'reason'>) {
    const added: Outgoing = { ...item, state: 'waiting', reason: null }
    items.set([...items.get(), added])
    void shelf.keep(added)
    const confirmed = new Promise<boolean>((tell) => awaited.set(item.clientId, tell))
    void pump(item.conversationId)
    return confirmed
  }

  function retry(clientId: string) {
    change(clientId, { state: 'waiting', reason: null, at: Date.now() })
    const item = find(clientId)
    if (item) void pump(item.conversationId)
  }

  /** Tries again whatever waits; called when the connection is back. */
  function resume() {
    clearTimeout(timer)
    new Set(items.get().map((item) => item.conversationId)).forEach((id) => void pump(id))
  }

  async function pump(conversationId: string) {
    if (busy.has(conversationId)) return
    busy.add(conversationId)
    try {
      for (let item = nextOf(conversationId); item; item = nextOf(conversationId)) if (!(await attempt(item))) break
    } finally {
      busy.delete(conversationId)
    }
  }

  function nextOf(conversationId: string) {
    const next = items.get().find((item) => item.conversationId === conversationId && item.state === 'waiting')
    if (!next || Date.now() - next.at < STALE) return next
    change(next.clientId, { state: 'held' })
    settle(next.clientId, false)
    return nextOf(conversationId)
  }

  async function attempt(item: Outgoing) {
    change(item.clientId, { state: 'sending' })
    try {
      await send(item)
      failures = 0
      discard(item.clientId)
      settle(item.clientId, true)
      return true
    } catch (error) {
      if (!isProblem(error) || !error.passing) {
        change(item.clientId, { state: 'refused', reason: isProblem(error) ? error.message : null })
        settle(item.clientId, false)
        return true
      }
      change(item.clientId, { state: 'waiting' })
      clearTimeout(timer)
      timer = setTimeout(resume, PAUSES[Math.min(failures++, PAUSES.length - 1)])
      return false
    }
  }

  function close() {
    clearTimeout(timer)
    items.set([])
  }

  return { items, add, retry, discard, restore, resume, close }
}

export type Outbox = ReturnType<typeof createOutbox>
