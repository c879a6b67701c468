export const channels = {
  title: 'Channels',
  lead: 'The WhatsApp numbers people write to.',
  metaId: 'Id at Meta: {{id}}',
  empty: 'No number is connected yet',
  emptyHint: 'Whoever runs this installation connects numbers.',
}
