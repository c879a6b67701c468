import { expect, it } from 'vitest'
import { conversation } from '../api/samples'
import { barrierOf } from './barrier'

const now = Date.parse('2026-11-23T12:00:00Z')
const open = { serviceWindowClosesAt: '2026-11-23T20:00:00Z' }
const maya = { id: 'u1', name: 'Maya' }

it.each([
  ['nothing stands in the way of an open conversation', open, undefined],
  ['nothing stands in the way of its own agent', { ...open, assignee: maya }, undefined],
  ['a closed window does', {}, 'window-closed'],
  ['a colleague does', { ...open, assignee: { id: 'u2', name: 'Tom' } }, 'another-agent'],
  ['its end does', { ...open, status: 'resolved' as const }, 'resolved'],
])('%s', (_, change, barrier) => {
  expect(barrierOf(conversation(change), 'u1', now)).toBe(barrier)
})
