import { describe, expect, it } from 'vitest'
import { message } from '../api/samples'
import type { Outgoing } from '../outbox/outgoing'
import { linesOf } from './lines'

const said = (id: string, at: string, authorId = 'k1') =>
  message({ id, at, author: { kind: 'contact', id: authorId, name: 'Emma' } })
const outgoing = (clientId: string): Outgoing => ({
  clientId,
  conversationId: 'c1',
  kind: 'reply',
  content: { type: 'text', body: 'Hi' },
  fileName: null,
  at: 0,
  state: 'sending',
  reason: null,
})

describe('the lines of a thread', () => {
  it('begin each day with its name', () => {
    const lines = linesOf([said('a', '2026-11-22T12:00:00Z'), said('b', '2026-11-23T12:00:00Z')], [], true)
    expect(lines.map(({ kind }) => kind)).toEqual(['start', 'day', 'message', 'day', 'message'])
  })

  it('begin with what was said, not with its day, while older ones are missing', () => {
    const lines = linesOf([said('a', '2026-11-22T12:00:00Z'), said('b', '2026-11-23T12:00:00Z')], [], false)
    expect(lines.map(({ kind }) => kind)).toEqual(['message', 'day', 'message'])
  })

  it('group what one author says within a minute', () => {
    const lines = linesOf(
      [said('a', '2026-11-23T12:00:00Z'), said('b', '2026-11-23T12:00:30Z'), said('c', '2026-11-23T12:05:00Z')],
      [],
      true,
    )
    expect(lines.flatMap((line) => (line.kind === 'message' ? [[line.first, line.last]] : []))).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ])
  })

  it('show how far each message got, unless the one below got as far', () => {
    const sent = (id: string, status: 'sent' | 'delivered' | 'read' | 'failed') =>
      message({ id, at: '2026-11-23T12:00:00Z', direction: 'outbound', status })
    const lines = linesOf([sent('a', 'read'), sent('b', 'delivered'), sent('c', 'delivered'), sent('d', 'failed'), sent('e', 'sent'), sent('f', 'sent')], [], true)
    expect(lines.flatMap((line) => (line.kind === 'message' && line.ticks ? [line.id] : []))).toEqual(['a', 'c', 'd', 'e', 'f'])
  })

  it('show what is unconfirmed last, and no longer than it is unconfirmed', () => {
    const sent = message({ id: 'm', clientId: 'x', direction: 'outbound', status: 'queued' })
    const ids = linesOf([sent], [outgoing('x'), outgoing('y')], true).map(({ kind, id }) => `${kind}:${id}`)
    expect(ids.slice(2)).toEqual(['message:x', 'outgoing:y'])
  })
})
