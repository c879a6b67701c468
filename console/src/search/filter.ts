import type { SearchQuery } from '../api/search'

export const WRITERS = ['contact', 'agent', 'note'] as const

/** What the address of a search says; days are those of whoever looks, the last one included. */
export interface Search {
  q?: string
  channel?: string
  department?: string
  agent?: string
  by?: (typeof WRITERS)[number]
  from?: string
  to?: string
  file?: true
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[\da-f-]{36}$/

export function readSearch(search: Record<string, unknown>): Search {
  const text = (value: unknown, form: RegExp) => (typeof value === 'string' && form.test(value) ? value : undefined)
  // Digits alone are read from an address as a number.
  const q = typeof search.q === 'number' ? String(search.q) : search.q
  return {
    q: text(q, /\S/),
    channel: text(search.channel, ID),
    department: text(search.department, ID),
    agent: text(search.agent, ID),
    by: WRITERS.find((one) => one === search.by),
    from: text(search.from, DAY),
    to: text(search.to, DAY),
    file: search.file === true || undefined,
  }
}

const midnight = (day: string, later = 0) => {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date! + later).toISOString()
}

/** Whether it asks for more than words. */
export const isNarrowed = ({ q: _, ...rest }: Search) => Object.values(rest).some(Boolean)

/** Whether it asks for something that only what was written has; then nobody is found by their name. */
export const isAboutWriting = ({ agent, by, from, to, file }: Search) => Boolean(agent ?? by ?? from ?? to ?? file)

export const queryOf = ({ q = '', channel, department, agent, by, from, to }: Search, file: boolean): SearchQuery => ({
  q,
  channel,
  department,
  agent,
  by,
  from: from && midnight(from),
  until: to && midnight(to, 1),
  file,
})
