import type { LinkProps } from '@tanstack/react-router'
import type { Permission } from '../api/types'
import { sections } from '../settings/sections'

type May = (permission: Permission) => boolean

/** Where somebody can go, and what they must be permitted there. */
export interface Place {
  under: NonNullable<LinkProps['to']>
  permission?: Permission
}

export const permitted = (may: May) => (place: Place) => !place.permission || may(place.permission)

const pages = [
  { under: '/inbox', label: 'nav.inbox', permission: 'READ_CONVERSATIONS' },
  { under: '/search', label: 'nav.search', permission: 'READ_CONVERSATIONS' },
  { under: '/queues', label: 'nav.queues', permission: 'ANSWER_FOR_COLLEAGUES' },
  { under: '/contacts', label: 'nav.contacts', permission: 'READ_CONTACTS' },
  { under: '/broadcasts', label: 'nav.broadcasts', permission: 'SEND_BROADCASTS' },
  { under: '/operations', label: 'nav.operations', permission: 'OPERATE' },
  { under: '/tenants', label: 'nav.tenants', permission: 'OPERATE' },
  { under: '/activity', label: 'nav.audit', permission: 'READ_AUDIT' },
] as const satisfies (Place & { label: `nav.${string}` })[]

const settings = { under: '/settings', label: 'nav.settings' } as const

/** The places of the rail that are open to somebody; the first is where they begin. Settings of one's own has everybody. */
export const openTo = (may: May) => [...pages.filter(permitted(may)), settings]

/** Whether a path leads somewhere that is open, or nowhere at all. */
export function mayOpen(path: string, may: May) {
  const place = [...sections, ...pages].find(({ under }) => path === under || path.startsWith(`${under}/`))
  return !place || permitted(may)(place)
}
