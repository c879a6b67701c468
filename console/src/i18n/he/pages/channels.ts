import type { Words } from '../../en'
import type { channels as english } from '../../en/pages/channels'

export const channels: Words<typeof english> = {
  title: 'ערוצים',
  lead: 'מספרי ה־WhatsApp שכותבים אליהם.',
  metaId: 'מזהה ב־Meta: {{id}}',
  empty: 'עדיין לא חובר מספר',
  emptyHint: 'את המספרים מחבר מי שמפעיל את ההתקנה.',
}
