export const settings = {
  title: 'Settings',
  lead: 'How you and your business work in Moked.',
  group: { own: 'You', business: 'Your business', platform: 'The platform' },
}
