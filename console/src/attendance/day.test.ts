import { expect, it } from 'vitest'
import type { Spell } from '../api/types'
import { dayAt, dayOfField, fieldOf, stretches } from './day'

const noon = new Date(2026, 10, 28, 12).getTime()
const day = dayAt(noon)
const hour = (of: number) => new Date(2026, 10, 28, of).toISOString()
const spell = (from: string, until: string | null): Spell => ({
  id: from,
  availability: 'available',
  reason: null,
  from,
  until,
  by: 'oneself',
  byName: 'Ann',
})

it('goes from day to day, and to the one that somebody names', () => {
  expect(fieldOf(day)).toBe('2026-11-28')
  expect(fieldOf(dayAt(noon, 1))).toBe('2026-11-29')
  expect(fieldOf(dayAt(noon, -28))).toBe('2026-10-31')
  expect(dayOfField('2026-11-28')).toEqual(day)
  for (const wrong of ['', '0002-01-01', 'soon']) expect(dayOfField(wrong)).toBeUndefined()
})

it('cuts what reaches beyond the day, and ends what goes on now', () => {
  const before = spell(new Date(2026, 10, 27, 22).toISOString(), hour(6))
  const goesOn = spell(hour(6), null)
  const [first, last] = stretches([goesOn, before], day, noon)
  expect(first).toMatchObject({ spell: before, from: day.from, start: 0, size: 25 })
  expect(last).toMatchObject({ spell: goesOn, to: noon, start: 25, size: 25 })
})

it('shows nothing of a spell that has not begun by the day', () => {
  expect(stretches([spell(hour(6), null)], dayAt(noon, -1), noon)).toEqual([])
  expect(stretches([spell(hour(6), hour(7))], dayAt(noon, 1), noon)).toEqual([])
})
