export const settings = {
  title: 'Settings',
  lead: 'How your business works in Moked.',
}
