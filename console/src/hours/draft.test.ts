import { describe, expect, it } from 'vitest'
import type { Calendar } from '../api/types'
import { byYear, dayOf, draftOf, newCalendar, newSpan, turnsRound, wanted, WEEKDAYS, withDays, type DayDraft } from './draft'

const span = (from: string, to: string, nextDay = false) => ({ from, to, nextDay })
const closed = (date: string, name: string, yearly = false): DayDraft => ({ date, yearly, name, spans: [] })

const shop = {
  id: '1',
  name: 'Shop',
  timeZone: 'Asia/Jerusalem',
  week: { ...Object.fromEntries(WEEKDAYS.map((day) => [day, []])), monday: [span('09:00', '13:00'), span('14:00', '24:00')], friday: [span('20:00', '02:00', true)] },
  specialDays: [
    { date: '2026-12-25', yearly: null, name: 'Christmas', spans: [] },
    { date: null, yearly: '02-29', name: 'Leap day', spans: [span('10:00', '11:00')] },
  ],
} as unknown as Calendar

describe('a calendar that is edited', () => {
  it('is written back as it was read', () => {
    const { name, timeZone, week, specialDays } = wanted(draftOf(shop))
    expect({ name, timeZone, week }).toEqual({ name: shop.name, timeZone: shop.timeZone, week: shop.week })
    expect(specialDays).toEqual([
      { date: '2026-12-25', name: 'Christmas', spans: [] },
      { yearly: '02-29', name: 'Leap day', spans: [span('10:00', '11:00')] },
    ])
  })

  it('holds midnight as fields of time can', () => {
    expect(draftOf(shop).week.monday[1]).toEqual(span('14:00', '00:00'))
    expect(turnsRound(span('14:00', '00:00'))).toBe(false)
    expect(turnsRound(span('20:00', '02:00'))).toBe(true)
  })

  it('says that a span goes past midnight only where it turns round', () => {
    const draft = newCalendar('en')
    draft.week.monday = [span('09:00', '17:00', true), span('20:00', '02:00', true), span('22:00', '21:00')]
    expect(wanted(draft).week.monday?.map(({ nextDay }) => nextDay)).toEqual([false, true, false])
  })

  it('begins with the days on which people work there', () => {
    expect(newCalendar('he').week.sunday).toHaveLength(1)
    expect(newCalendar('he').week.friday).toHaveLength(0)
    expect(newCalendar('en').week.sunday).toHaveLength(0)
  })

  it('goes on with another span where the last one ended', () => {
    expect(newSpan([span('09:00', '13:00')])).toEqual(span('13:00', '17:00'))
    expect(newSpan([span('09:00', '18:00')])).toEqual(span('18:00', '00:00'))
  })

  it('keeps what it has of a day when a file brings the same one', () => {
    const draft = withDays({ ...newCalendar('en'), specialDays: [closed('2026-12-25', 'Ours')] }, [closed('2026-12-25', 'Theirs'), closed('2026-12-26', 'New')])
    expect(draft.specialDays.map(({ name }) => name)).toEqual(['Ours', 'New'])
  })

  it('shows the days of every year first, and then year after year', () => {
    const years = byYear([closed('2027-01-02', 'c'), closed('2026-12-25', 'b'), closed('2026-01-01', 'yearly', true), closed('2026-03-01', 'a')])
    expect(years.map(({ year, days }) => [year, ...days.map(({ day, index }) => `${day.name}${index}`)])).toEqual([
      [null, 'yearly2'],
      ['2026', 'a3', 'b1'],
      ['2027', 'c0'],
    ])
  })

  it('gives a leap day a year that has one', () => {
    expect(dayOf({ date: undefined, yearly: '02-29', name: 'x', spans: [] }).date).toBe('2024-02-29')
  })
})
