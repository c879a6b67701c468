import type { Permission } from '../api/types'

/** What can be given to a role or a token, in the order people think of it. */
export const GROUPS = {
  conversations: ['READ_CONVERSATIONS', 'ANSWER_CONVERSATIONS', 'ANSWER_FOR_COLLEAGUES', 'ASSIGN_CONVERSATIONS', 'MANAGE_CANNED_REPLIES', 'READ_CONTACTS', 'EDIT_CONTACTS'],
  people: ['READ_USERS', 'MANAGE_USERS', 'MANAGE_ROLES'],
  business: ['MANAGE_AUDIENCES', 'SEND_BROADCASTS', 'IMPORT_CONTACTS', 'EXPORT_CONTACTS', 'MERGE_CONTACTS', 'READ_AUDIT', 'EXPORT_AUDIT', 'MANAGE_CHANNELS', 'MANAGE_DEPARTMENTS', 'MANAGE_API_TOKENS', 'MANAGE_SECURITY_POLICY'],
  platform: ['OPERATE'],
} as const satisfies Record<string, readonly Permission[]>

export type Group = keyof typeof GROUPS
export type Given = (typeof GROUPS)[Group][number]

const ALL: readonly Given[] = Object.values(GROUPS).flat()

export const isGiven = (permission: Permission): permission is Given => (ALL as readonly Permission[]).includes(permission)

/** In the order of the groups, without what everybody has for themselves. */
export const inOrder = (permissions: readonly Permission[]) => ALL.filter((one) => permissions.includes(one))
