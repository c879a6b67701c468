import type { AuditFilter } from '../api/types'

/** What the address of the activity log says; days are those of whoever looks, the last one included. */
export interface AuditSearch {
  action?: string
  user?: string
  from?: string
  to?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const text = (value: unknown, form: RegExp) => (typeof value === 'string' && form.test(value) ? value : undefined)
  return {
    action: text(search.action, /^[a-z][a-z.-]*$/),
    user: text(search.user, /^[\da-f-]{36}$/),
    from: text(search.from, DAY),
    to: text(search.to, DAY),
  }
}

const midnight = (day: string, later = 0) => {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date! + later).toISOString()
}

export const filterOf = ({ action, user, from, to }: AuditSearch): AuditFilter => ({
  action,
  user,
  from: from && midnight(from),
  to: to && midnight(to, 1),
})
