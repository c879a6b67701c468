export const palette = {
  placeholder: 'What do you want to do, or whom are you looking for?',
  found: 'What fits',
  now: 'Do',
  go: 'Go to',
  people: 'Conversations',
  search: 'Search all messages for “{{words}}”',
  languages: 'Hebrew, English',
  nothing: 'Nothing here is called that, and nobody.',
  open: 'Open',
  snoozed: 'Snoozed',
  resolved: 'Resolved',
}
