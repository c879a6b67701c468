import type { Calendar, OpeningSpan, SpecialOpening, WantedCalendar } from '../api/types'

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** As its fields hold it; 00:00 as an end is midnight, the end of the day. */
export interface SpanDraft {
  from: string
  to: string
  /** Whether it goes past midnight. */
  nextDay: boolean
}

export interface DayDraft {
  date: string
  /** Whether it is that day in every year. */
  yearly: boolean
  name: string
  spans: SpanDraft[]
}

export interface CalendarDraft {
  name: string
  timeZone: string
  week: Record<Weekday, SpanDraft[]>
  specialDays: DayDraft[]
}

const MIDNIGHT = '00:00'
const END_OF_DAY = '24:00'

/** Whether it must say that it goes past midnight. */
export const turnsRound = ({ from, to }: SpanDraft) => Boolean(from && to) && to !== MIDNIGHT && to < from

export const newSpan = (before: SpanDraft[]): SpanDraft => {
  const last = before.at(-1)
  const from = last?.to && last.to !== MIDNIGHT && !turnsRound(last) ? last.to : '09:00'
  return { from, to: from < '17:00' ? '17:00' : MIDNIGHT, nextDay: false }
}

/** Hours of a business that has not said any yet, in the zone of whoever writes them down. */
export const newCalendar = (language: string): CalendarDraft => {
  const rest = language === 'he' ? ['friday', 'saturday'] : ['saturday', 'sunday']
  return {
    name: '',
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: ofWeek((day) => (rest.includes(day) ? [] : [newSpan([])])),
    specialDays: [],
  }
}

const ofWeek = <T>(of: (day: Weekday) => T) => Object.fromEntries(WEEKDAYS.map((day) => [day, of(day)])) as Record<Weekday, T>

export const draftOf = ({ name, timeZone, week, specialDays }: Calendar): CalendarDraft => ({
  name,
  timeZone,
  week: ofWeek((day) => (week[day] ?? []).map(spanOf)),
  specialDays: specialDays.map(dayOf),
})

const spanOf = ({ from, to, nextDay }: OpeningSpan): SpanDraft => ({ from, to: to === END_OF_DAY ? MIDNIGHT : to, nextDay: nextDay ?? false })

export const dayOf = ({ date, yearly, name, spans }: SpecialOpening): DayDraft => ({
  date: date ?? `${leapYear(yearly!)}-${yearly!}`,
  yearly: !date,
  name,
  spans: (spans ?? []).map(spanOf),
})

/** A field for dates needs some year, one that has the day. */
const leapYear = (yearly: string) => (yearly === '02-29' ? 2024 : new Date().getFullYear())

export const wanted = ({ name, timeZone, week, specialDays }: CalendarDraft): WantedCalendar => ({
  name: name.trim(),
  timeZone,
  week: ofWeek((day) => week[day].map(written)),
  specialDays: specialDays.map(({ date, yearly, name: called, spans }) => ({
    ...(yearly ? { yearly: date.slice(5) } : { date }),
    name: called.trim(),
    spans: spans.map(written),
  })),
})

const written = (span: SpanDraft): OpeningSpan => ({
  from: span.from,
  to: span.to === MIDNIGHT ? END_OF_DAY : span.to,
  nextDay: turnsRound(span) && span.nextDay,
})

/** What tells days apart. */
export const keyOf = ({ date, yearly }: DayDraft) => (yearly ? date.slice(5) : date)

/** With days of a file; those that are there already stay as they are. */
export const withDays = (draft: CalendarDraft, days: DayDraft[]): CalendarDraft => {
  const known = new Set(draft.specialDays.map(keyOf))
  return { ...draft, specialDays: [...draft.specialDays, ...days.filter((day) => !known.has(keyOf(day)))] }
}

export interface YearOfDays {
  /** Null for the days of every year. */
  year: string | null
  days: { day: DayDraft; index: number }[]
}

/** Special days as a calendar shows them: those of every year first, then year after year. */
export function byYear(days: DayDraft[]): YearOfDays[] {
  const years = new Map<string | null, YearOfDays['days']>()
  days.forEach((day, index) => {
    const year = day.yearly ? null : day.date.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), { day, index }])
  })
  return [...years]
    .sort(([one], [other]) => (one ?? '').localeCompare(other ?? ''))
    .map(([year, some]) => ({ year, days: some.sort((one, other) => keyOf(one.day).localeCompare(keyOf(other.day))) }))
}
