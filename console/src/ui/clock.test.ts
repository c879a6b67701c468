import { expect, it, vi } from 'vitest'
import { serverNow, setServerTime } from './clock'

it('follows the clock of the server, however long its answer was on the way', () => {
  vi.useFakeTimers({ now: new Date('2026-11-28T16:00:06Z') })
  setServerTime('2026-11-28T15:59:03Z', Date.parse('2026-11-28T16:00:00Z'))
  expect(new Date(serverNow()).toISOString()).toBe('2026-11-28T15:59:06.000Z')
  vi.useRealTimers()
})
