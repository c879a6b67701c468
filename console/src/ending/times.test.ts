import { expect, it } from 'vitest'
import { timeOf, written } from './times'

// A Thursday afternoon.
const NOW = new Date(2026, 10, 26, 14, 20).getTime()
const when = (time: Parameters<typeof timeOf>[0], language = 'en', now = NOW) => written(timeOf(time, now, language))

it('knows later today and tomorrow morning by the clock on the wall', () => {
  expect(when('later')).toBe('2026-11-26T17:20')
  expect(when('tomorrow')).toBe('2026-11-27T09:00')
})
it('begins the week on Sunday in Hebrew and on Monday elsewhere, and never today', () => {
  expect(when('week')).toBe('2026-11-30T09:00')
  expect(when('week', 'he')).toBe('2026-11-29T09:00')
  expect(when('week', 'he', new Date(2026, 10, 29, 8).getTime())).toBe('2026-12-06T09:00')
})
it('means the week after where the next one begins tomorrow', () => {
  expect(when('week', 'he', new Date(2026, 10, 28, 16).getTime())).toBe('2026-12-06T09:00')
  expect(when('week', 'en', new Date(2026, 10, 29, 16).getTime())).toBe('2026-12-07T09:00')
})
it('takes nine in the morning on the day the clocks change, too', () => {
  expect(when('tomorrow', 'he', new Date(2027, 2, 25, 23, 30).getTime())).toBe('2027-03-26T09:00')
})
