export const agents = {
  title: 'Agents',
  lead: 'Who is at work now, what they hold, and how much they can hold at once.',
  empty: 'Nobody has been at work yet',
  emptyHint: 'Agents appear here once they have been at work: they say in their own menu whether they are available.',
  since: 'for {{time}}',
  holds: 'holds {{used}} of {{capacity}}',
  full: 'Full',
  capacity: 'Capacity',
  capacityOf: 'Capacity of {{name}}',
  needCapacity: 'A whole number from {{least}} to {{most}}',
  saved: '{{name}} can hold {{capacity}} at once.',
  save: 'Save',
}
