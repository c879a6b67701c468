const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type Span =
  | { unit: 'now' }
  | { unit: 'minutes'; count: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'days'; days: number; hours: number }

/** A length of time in the two units a person would name. */
export function spanOf(milliseconds: number): Span {
  if (milliseconds < MINUTE) return { unit: 'now' }
  if (milliseconds < HOUR) return { unit: 'minutes', count: Math.floor(milliseconds / MINUTE) }
  const hours = Math.floor(milliseconds / HOUR)
  if (milliseconds < 2 * DAY) return { unit: 'hours', hours, minutes: Math.floor((milliseconds % HOUR) / MINUTE) }
  return { unit: 'days', days: Math.floor(hours / 24), hours: hours % 24 }
}

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1000],
] as const

/** A length of time as part of a sentence, in the one unit that says enough: two hours are counted in hours, less in minutes. */
export function length(milliseconds: number, language: string) {
  const left = Math.max(milliseconds, 0)
  const [unit, of] = UNITS.find(([, size]) => left >= 2 * size) ?? UNITS[3]
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(left / of))
}

export type WindowState = { state: 'closed' } | { state: 'open' | 'closing'; left: number }

/** WhatsApp's service window: closing within its last two hours, closed when no contact ever wrote. */
export function windowState(closesAt: string | null, now: number): WindowState {
  const left = closesAt === null ? 0 : Date.parse(closesAt) - now
  if (left <= 0) return { state: 'closed' }
  return { state: left < 2 * HOUR ? 'closing' : 'open', left }
}

export const dayOf = (at: string | number) => {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

export const daysBetween = (earlier: number, later: number) => Math.round((dayOf(later) - dayOf(earlier)) / DAY)

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: string, options: Intl.DateTimeFormatOptions) {
  const key = language + JSON.stringify(options)
  let made = formats.get(key)
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(language, options)))
  return made
}

const DATE = { day: 'numeric', month: 'short' } as const
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

export const clock = (at: string, language: string) => format(language, CLOCK).format(new Date(at))
export const moment = (at: string, language: string) =>
  format(language, { ...DATE, year: 'numeric', ...CLOCK }).format(new Date(at))
export const longDay = (at: number, language: string) =>
  format(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(at)

/** As short as a list can bear: the hour today, the weekday this week, the date before. */
export function brief(at: string, now: number, language: string) {
  const days = daysBetween(Date.parse(at), now)
  if (days <= 0) return clock(at, language)
  return format(language, days < 7 ? { weekday: 'short' } : DATE).format(new Date(at))
}
