import type { Group, Given } from '../../../people/permissions'

export const permission = {
  group: { conversations: 'Conversations', people: 'People', business: 'The business as a whole', platform: 'The platform' } satisfies Record<Group, string>,
  everywhereOnly: 'These count only where the role is held everywhere.',
  ...({
    READ_CONVERSATIONS: 'Read conversations',
    ANSWER_CONVERSATIONS: 'Answer conversations',
    ANSWER_FOR_COLLEAGUES: 'Answer what a colleague has',
    ASSIGN_CONVERSATIONS: 'Take and assign conversations',
    READ_CONTACTS: 'See all contacts',
    EDIT_CONTACTS: 'Note names, labels and language of contacts',
    MANAGE_AUDIENCES: 'Choose many contacts at once',
    IMPORT_CONTACTS: 'Bring contacts in a file',
    EXPORT_CONTACTS: 'Take contacts along as a file',
    SEND_BROADCASTS: 'Send broadcasts',
    MERGE_CONTACTS: 'Merge and separate contacts',
    READ_USERS: 'See all colleagues',
    MANAGE_USERS: 'Manage users',
    MANAGE_ROLES: 'Manage roles',
    READ_AUDIT: 'Read the activity log',
    EXPORT_AUDIT: 'Export the activity log',
    MANAGE_DEPARTMENTS: 'Manage departments, hours, rules and agents',
    MANAGE_CHANNELS: 'Manage channels',
    MANAGE_API_TOKENS: 'Manage API tokens',
    MANAGE_SECURITY_POLICY: 'Set the security policy',
    OPERATE: 'Run the platform',
  } satisfies Record<Given, string>),
}
