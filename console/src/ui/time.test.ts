import { describe, expect, it } from 'vitest'
import { brief, length, spanOf, windowState } from './time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const now = new Date(2026, 10, 23, 12, 0).getTime()
const at = (offset: number) => new Date(now + offset).toISOString()

describe('the service window', () => {
  it('is closed when no contact ever wrote', () => {
    expect(windowState(null, now)).toEqual({ state: 'closed' })
  })
  it('is closed at the very moment it ends', () => {
    expect(windowState(at(0), now)).toEqual({ state: 'closed' })
  })
  it('is closing within its last two hours', () => {
    expect(windowState(at(2 * HOUR - 1), now).state).toBe('closing')
  })
  it('is open before that', () => {
    expect(windowState(at(2 * HOUR), now)).toEqual({ state: 'open', left: 2 * HOUR })
  })
})

describe('a span', () => {
  it('names no seconds', () => {
    expect(spanOf(59_999)).toEqual({ unit: 'now' })
  })
  it('names minutes, then hours and minutes, then days and hours', () => {
    expect(spanOf(59 * MINUTE)).toEqual({ unit: 'minutes', count: 59 })
    expect(spanOf(47 * HOUR + MINUTE)).toEqual({ unit: 'hours', hours: 47, minutes: 1 })
    expect(spanOf(49 * HOUR)).toEqual({ unit: 'days', days: 2, hours: 1 })
  })
})

describe('the brief time of a list', () => {
  it('is the hour today, the weekday this week and the date before', () => {
    expect(brief(at(-HOUR), now, 'en')).toBe('11:00')
    expect(brief(at(-24 * HOUR), now, 'en')).toBe('Sun')
    expect(brief(at(-30 * 24 * HOUR), now, 'en')).toBe('Oct 24')
  })
})

describe('a length in a sentence', () => {
  it('is told in the unit that says enough', () => {
    expect([0, 40_000, 119_000, 4 * MINUTE, 119 * MINUTE, 2 * HOUR, 50 * HOUR].map((it) => length(it, 'en'))).toEqual(
      ['0 seconds', '40 seconds', '119 seconds', '4 minutes', '119 minutes', '2 hours', '2 days'], // prettier-ignore
    )
  })
  it('is never less than nothing, whatever the clocks say', () => {
    expect(length(-5_000, 'en')).toBe('0 seconds')
  })
  it('is counted in Hebrew as Hebrew counts', () => {
    expect(length(4 * MINUTE, 'he')).toBe('4 דקות')
  })
})
