import type { Words } from '../../en'
import type { settings as english } from '../../en/pages/settings'

export const settings: Words<typeof english> = {
  title: 'הגדרות',
  lead: 'איך העבודה במוקד מתנהלת, באופן אישי ובעסק.',
  group: { own: 'אישי', business: 'העסק', platform: 'הפלטפורמה' },
}
