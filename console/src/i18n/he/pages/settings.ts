import type { Words } from '../../en'
import type { settings as english } from '../../en/pages/settings'

export const settings: Words<typeof english> = {
  title: 'הגדרות',
  lead: 'איך העסק עובד במוקד.',
}
