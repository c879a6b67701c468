import type { Words } from '../../en'
import type { operations as english } from '../../en/pages/operations'

export const operations: Words<typeof english> & { attempts_two: string } = {
  title: 'תפעול',
  lead: 'מצב המערכת. תוכן של הודעות אינו מוצג כאן.',
  tenants: 'לקוחות עסקיים',
  deliveriesWaiting: 'מסירות ממתינות',
  outboxWaiting: 'הודעות שממתינות לשליחה',
  deadLetters: 'מסירות שנכשלו',
  database: 'מסד הנתונים',
  up: 'פעיל',
  down: 'אינו זמין',
  deadLettersLead: 'מסירות מ־WhatsApp שלא ניתן היה לעבד.',
  received: 'התקבלה {{time}}',
  failed: 'נכשלה {{time}}',
  attempts_one: 'ניסיון אחד',
  attempts_two: 'שני ניסיונות',
  attempts_other: '{{count}} ניסיונות',
  replay: 'עיבוד חוזר',
  discard: 'מחיקה',
  replayed: 'המסירה מעובדת שוב',
  discarded: 'המסירה נמחקה',
  confirmDiscard: 'למחוק את המסירה?',
  confirmDiscardText: 'מה שנכתב בה יאבד לתמיד.',
  empty: 'אין מסירות שנכשלו',
  emptyHint: 'כל המסירות עובדו.',
}
