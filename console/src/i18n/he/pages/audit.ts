import type { Words } from '../../en'
import type { audit as english } from '../../en/pages/audit'

export const audit: Words<typeof english> = {
  title: 'יומן פעילות',
  lead: 'מי עשה מה, מהחדש לישן.',
  nobody: 'המערכת',
  somebody: 'מי שכבר אינו כאן',
  empty: 'אין עדיין רישומים',
  emptyHint: 'כניסות, שיוכים ושינויים יופיעו כאן.',
  more: 'הצגת רישומים ישנים יותר',
  show: 'הצגת השיחה',
  passedOn: 'שיוך השיחה אל {{name}}',
  takenFrom: 'לקיחת השיחה מ־{{name}}',
  resolvedOf: 'סיום השיחה של {{name}}',
  other: 'פעילות אחרת: {{action}}',
  did: {
    access: {
      'signed-in': 'כניסה',
      'signed-out': 'יציאה',
      'token-issued': 'יצירת אסימון API',
      'token-revoked': 'ביטול אסימון API',
    },
    channel: { connected: 'חיבור מספר' },
    conversation: {
      opened: 'פתיחת השיחה',
      queued: 'העברת השיחה לתור',
      assigned: 'לקיחת השיחה',
      unassigned: 'החזרת השיחה לתור',
      resolved: 'סיום השיחה',
      reopened: 'פתיחה מחדש של השיחה',
      labeled: 'שינוי התוויות',
      noted: 'כתיבת הערה',
      read: 'קריאת השיחה',
      'reply-queued': 'כתיבת תשובה',
      'message-received': 'התקבלה הודעה',
      'message-status': 'התקדמות של הודעה',
    },
    media: { ready: 'התקבל קובץ', failed: 'קובץ לא התקבל' },
  },
}
