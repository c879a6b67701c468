import type { Words } from '../../en'
import type { audit as english } from '../../en/pages/audit'

export const audit: Words<typeof english> = {
  title: 'יומן פעילות',
  lead: 'מי עשה מה, מהחדש לישן.',
  at: 'מתי',
  actor: 'מי',
  action: 'מה',
  subject: 'על מה',
  nobody: 'המערכת',
  empty: 'אין עדיין רישומים',
  emptyHint: 'כניסות, שיוכים ושינויים יופיעו כאן.',
  more: 'הצגת רישומים ישנים יותר',
  show: 'הצגת השיחה',
  did: {
    access: { 'signed-in': 'כניסה', 'signed-out': 'יציאה' },
    conversation: {
      opened: 'פתיחת שיחה',
      queued: 'העברת שיחה לתור',
      assigned: 'שיוך שיחה',
      unassigned: 'החזרת שיחה לתור',
      resolved: 'סיום שיחה',
      reopened: 'פתיחה מחדש של שיחה',
      labeled: 'שינוי תוויות',
      noted: 'כתיבת הערה',
      'reply-queued': 'כתיבת תשובה',
      'message-received': 'קבלת הודעה',
      'message-status': 'שינוי מצב הודעה',
    },
  },
}
