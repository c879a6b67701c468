import { expect, it } from 'vitest'
import { targetState } from './state'

const target = { dueAt: '2026-11-29T10:00:00Z', endangeredAt: '2026-11-29T09:48:00Z' }
const at = (time: string) => targetState(target, Date.parse(`2026-11-29T${time}Z`))

it('is endangered near its end, and broken from the moment on at which it is due', () => {
  expect(at('09:00:00')).toEqual({ state: 'ahead', distance: 3_600_000 })
  expect(at('09:48:00')).toEqual({ state: 'endangered', distance: 720_000 })
  expect(at('10:00:00')).toEqual({ state: 'broken', distance: 0 })
  expect(at('10:05:00')).toEqual({ state: 'broken', distance: 300_000 })
})
