import type { AuditEntry } from '../../../api/types'

type Kind = AuditEntry['action']
type Room = Kind extends `${infer Name}.${string}` ? Name : never
/** Words for everything the server can log; its description lists the kinds. */
type Did = { [Name in Room]: { [Deed in Kind extends infer One ? (One extends `${Name}.${infer Rest}` ? Rest : never) : never]: string } }

const did = {
  access: {
    'signed-in': 'Signed in',
    'signed-out': 'Signed out',
    'token-issued': 'Made an API token',
    'token-revoked': 'Revoked an API token',
    'password-changed': 'Changed the password',
    'session-ended': 'Ended a session',
    'sign-in-failed': 'Failed to sign in',
    'role-added': 'Added a role',
    'role-changed': 'Changed what a role may do',
    'role-removed': 'Removed a role',
    'roles-changed': 'Changed somebody’s roles',
    'user-invited': 'Added a user',
    'user-activated': 'Accepted the invitation',
    'user-changed': 'Changed a user',
    'user-deactivated': 'Deactivated a user',
    'user-reactivated': 'Let a user in again',
    'tenant-closed': 'Closed the business to its users',
    'tenant-opened': 'Opened the business to its users again',
  },
  audit: { exported: 'Exported the activity log' },
  channel: { connected: 'Connected a number' },
  conversation: {
    opened: 'Opened the conversation',
    queued: 'Put the conversation into the queue',
    assigned: 'Took the conversation',
    unassigned: 'Put the conversation back into the queue',
    resolved: 'Resolved the conversation',
    reopened: 'Reopened the conversation',
    labeled: 'Changed the labels',
    noted: 'Wrote a note',
    read: 'Read the conversation',
    'reply-queued': 'Wrote a reply',
    'message-received': 'A message came in',
    'message-status': 'A message got further',
  },
  invitation: {
    sent: 'Sent an invitation',
    'password-reset-asked': 'Asked for a new password',
  },
  media: { ready: 'A file came in', failed: 'A file did not come in' },
  operations: {
    'tenant-founded': 'Founded a business',
    'tenant-turned': 'Changed a subscription',
  },
  signin: {
    'factor-added': 'Added a second factor',
    'factor-removed': 'Removed a second factor',
    'factors-removed': 'Removed all second factors',
    'policy-changed': 'Changed the sign-in policy',
    'recovery-codes-renewed': 'Renewed the recovery codes',
    'second-factor-failed': 'Showed a wrong second factor',
  },
} satisfies Did

export const audit = {
  title: 'Activity log',
  lead: 'Who did what, newest first.',
  nobody: 'The system',
  somebody: 'somebody no longer here',
  empty: 'Nothing is logged yet',
  emptyHint: 'Sign-ins, assignments and changes appear here.',
  more: 'Show older entries',
  show: 'Show the conversation',
  passedOn: 'Gave the conversation to {{name}}',
  takenFrom: 'Took the conversation over from {{name}}',
  resolvedOf: 'Resolved the conversation of {{name}}',
  other: 'Other activity: {{action}}',
  did,
}
