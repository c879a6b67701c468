import { expect, it } from 'vitest'
import type { Board, Card } from '../api/queues'
import { find, moved, spotsFor } from './moves'

const card = (id: string, departmentId = 'd1'): Card => ({
  id,
  contact: { id: `p-${id}`, name: id, phone: null },
  channelId: 'n1',
  departmentId,
  priority: 'normal',
  since: '2026-01-01T08:00:00Z',
})
const queue = (departmentId: string, waiting: number, ...first: Card[]) => ({ departmentId, department: departmentId, mode: 'pull' as const, waiting, oldestSince: null, first })
const desk = (id: string, departmentIds: string[], ...first: Card[]) => ({
  id,
  name: id,
  availability: 'available' as const,
  since: '',
  used: first.length,
  capacity: 3,
  departmentIds,
  held: first.length,
  first,
})
const board: Board = {
  queues: [queue('d1', 30, card('c1'), card('c2')), queue('d2', 0)],
  agents: [desk('a1', ['d1', 'd2'], card('c3')), desk('a2', ['d2'])],
}
const NOW = '2026-01-01T09:00:00Z'

it('moves what waits to an agent, who holds one more from now on', () => {
  const after = moved(board, 'c1', { kind: 'agent', id: 'a1' }, NOW)
  expect(after.queues[0]).toMatchObject({ waiting: 29, first: [{ id: 'c2' }] })
  expect(after.agents[0]).toMatchObject({ held: 2, used: 2, first: [{ id: 'c3' }, { id: 'c1', since: NOW, departmentId: 'd1' }] })
})

it('moves what an agent has into another department, where its wait has been going on', () => {
  const after = moved(board, 'c3', { kind: 'department', id: 'd2' }, NOW)
  expect(after.agents[0]).toMatchObject({ held: 0, used: 0, first: [] })
  expect(after.queues[1]).toMatchObject({ waiting: 1, first: [{ id: 'c3', departmentId: 'd2', since: card('c3').since }] })
})

it('takes away what has ended, and leaves everything else and what it does not show', () => {
  expect(find(moved(board, 'c2', null, NOW), 'c2')).toBeUndefined()
  expect(moved(board, 'c99', { kind: 'agent', id: 'a1' }, NOW)).toBe(board)
  expect(moved(board, 'c3', { kind: 'agent', id: 'a1' }, NOW)).toBe(board)
})

it('leaves the way open to other departments, its own line, and agents who may answer it', () => {
  const waits = spotsFor(board, card('c1'), { kind: 'department', id: 'd1' })
  expect(waits.departments.map(({ id }) => id)).toEqual(['d2'])
  expect(waits.agents.map(({ id }) => id)).toEqual(['a1'])
  const held = spotsFor(board, card('c3'), { kind: 'agent', id: 'a1' })
  expect(held.departments.map(({ id }) => id)).toEqual(['d1', 'd2'])
  expect(held.agents).toEqual([])
})
