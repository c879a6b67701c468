import { expect, it } from 'vitest'
import { conversation } from '../api/samples'
import { inOrder, nextTo, queryOf, readFilter, viewOf } from './views'

it('shows whoever waits longest first in the queue', () => {
  const late = conversation({ id: 'late', waitingSince: '2026-11-23T10:00:00Z' })
  const early = conversation({ id: 'early', waitingSince: '2026-11-23T08:00:00Z' })
  expect(inOrder('queue', [late, early]).map(({ id }) => id)).toEqual(['early', 'late'])
  expect(inOrder('open', [late, early]).map(({ id }) => id)).toEqual(['late', 'early'])
})
it('leaves the most endangered first where that is asked for', () => {
  const late = conversation({ id: 'late', waitingSince: '2026-11-23T10:00:00Z' })
  const early = conversation({ id: 'early', waitingSince: '2026-11-23T08:00:00Z' })
  expect(inOrder('queue', [late, early], 'due').map(({ id }) => id)).toEqual(['late', 'early'])
  expect(queryOf('queue', readFilter({ order: 'due' }))).toMatchObject({ order: 'due' })
  expect(queryOf('resolved', readFilter({ order: 'due' }))).not.toHaveProperty('order')
})
it('narrows a view by what stands in the address', () => {
  expect(queryOf('mine', readFilter({ q: 5550, department: 'd1', other: 'x' }))).toEqual({
    status: 'open',
    assignee: 'me',
    q: '5550',
    department: 'd1',
  })
})
it('turns to the one below, and at the end to the one above', () => {
  const list = ['a', 'b', 'c'].map((id) => conversation({ id }))
  expect(nextTo(list, 'b')?.id).toBe('c')
  expect(nextTo(list, 'c')?.id).toBe('b')
  expect(nextTo(list, 'elsewhere')?.id).toBe('a')
  expect(nextTo([conversation({ id: 'a' })], 'a')).toBeUndefined()
})
it('follows a conversation to the view it has gone to', () => {
  const mine = conversation({ handler: 'agent', assignee: { id: 'me', name: 'Maya' } })
  const taken = conversation({ handler: 'agent', assignee: { id: 'u2', name: 'Tom' } })
  expect(viewOf('queue', mine, 'me')).toBe('mine')
  expect(viewOf('queue', taken, 'me')).toBe('open')
  expect(viewOf('mine', conversation(), 'me')).toBe('queue')
  expect(viewOf('open', mine, 'me')).toBe('open')
  expect(viewOf('mine', { ...mine, status: 'resolved' }, 'me')).toBe('mine')
})
