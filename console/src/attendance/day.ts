import type { Spell } from '../api/types'
import { dayOf } from '../ui/time'

/** From a midnight to the next, which clock changes may make 23 or 25 hours. */
export interface Day {
  from: number
  to: number
}

export function dayAt(time: number, days = 0): Day {
  const midnight = (plus: number) => {
    const date = new Date(dayOf(time))
    date.setDate(date.getDate() + plus)
    return date.getTime()
  }
  return { from: midnight(days), to: midnight(days + 1) }
}

/** As a field of a form has it. */
export function fieldOf({ from }: Day) {
  const date = new Date(from)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The day that a field names, as long as it names one. */
export function dayOfField(value: string) {
  const [year, month, date] = value.split('-').map(Number)
  const midnight = year && year > 2000 && month && date ? new Date(year, month - 1, date).getTime() : NaN
  return Number.isNaN(midnight) ? undefined : dayAt(midnight)
}

export interface Stretch {
  spell: Spell
  from: number
  to: number
  /** In percent of the day. */
  start: number
  size: number
}

/** What of each spell lies in the day, by now; in the order of time. */
export function stretches(spells: Spell[], day: Day, now: number): Stretch[] {
  const length = day.to - day.from
  return spells
    .map((spell) => {
      const from = Math.max(Date.parse(spell.from), day.from)
      const to = Math.min(spell.until === null ? now : Date.parse(spell.until), day.to)
      return { spell, from, to, start: ((from - day.from) / length) * 100, size: (Math.max(to - from, 0) / length) * 100 }
    })
    .filter(({ from, to }) => to >= from)
    .toSorted((a, b) => a.from - b.from)
}
