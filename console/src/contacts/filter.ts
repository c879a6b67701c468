import type { ContactsQuery } from '../api/contacts'

/** What the address of the list of contacts says. */
export function readContactsSearch(search: Record<string, unknown>): ContactsQuery {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value : undefined)
  return { q: text(search.q), label: text(search.label) }
}
