import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sparing } from './batch'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('acts at once, and once more for everything that came during the pause', () => {
  const act = vi.fn()
  const ask = sparing<number>(act, 3_000)
  ask(1)
  expect(act).toHaveBeenCalledTimes(1)
  for (let more = 2; more < 500; more++) ask(more)
  vi.advanceTimersByTime(2_999)
  expect(act).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(act.mock.calls).toEqual([[1], [499]])
  ask(500)
  expect(act).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(3_000)
  expect(act).toHaveBeenLastCalledWith(500)
})

it('stays quiet when nothing more came', () => {
  const act = vi.fn()
  sparing<number>(act, 3_000)(1)
  vi.advanceTimersByTime(60_000)
  expect(act).toHaveBeenCalledTimes(1)
})
