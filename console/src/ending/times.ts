const HOUR = 60 * 60_000
const MORNING = 9

export const TIMES = ['later', 'tomorrow', 'week'] as const
export type SnoozeTime = (typeof TIMES)[number]

/** When each would come, by the clock on the wall. A week begins as it does where the language is spoken; where that is tomorrow, the one after is meant. */
export function timeOf(time: SnoozeTime, now: number, language: string) {
  if (time === 'later') return new Date(now + 3 * HOUR)
  const date = new Date(now)
  const first = language.startsWith('he') ? 0 : 1
  const days = time === 'tomorrow' ? 1 : ((first - date.getDay() + 12) % 7) + 2
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, MORNING)
}

/** What a field for a date and a time takes and gives: no zone, for it is the clock on the wall. */
export function written(date: Date) {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}
