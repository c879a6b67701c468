import type { Words } from '../../en'
import type { permission as english } from '../../en/pages/permission'

export const permission: Words<typeof english> = {
  group: { conversations: 'שיחות', people: 'אנשים', business: 'העסק כולו', platform: 'הפלטפורמה' },
  everywhereOnly: 'אלה תקפות רק כשהתפקיד חל בכל מקום.',
  READ_CONVERSATIONS: 'קריאת שיחות',
  ANSWER_CONVERSATIONS: 'מענה לשיחות',
  ANSWER_FOR_COLLEAGUES: 'מענה בשיחות של אחרים',
  ASSIGN_CONVERSATIONS: 'לקיחה ושיוך של שיחות',
  MANAGE_CANNED_REPLIES: 'ניהול תשובות מוכנות',
  READ_CONTACTS: 'צפייה בכל אנשי הקשר',
  EDIT_CONTACTS: 'רישום שם, תוויות ושפה של אנשי קשר',
  MANAGE_AUDIENCES: 'בחירת אנשי קשר רבים יחד',
  IMPORT_CONTACTS: 'קליטת אנשי קשר מקובץ',
  EXPORT_CONTACTS: 'ייצוא אנשי קשר לקובץ',
  SEND_BROADCASTS: 'שליחת תפוצות',
  MERGE_CONTACTS: 'מיזוג והפרדה של אנשי קשר',
  READ_USERS: 'צפייה בכל המשתמשים',
  MANAGE_USERS: 'ניהול משתמשים',
  MANAGE_ROLES: 'ניהול תפקידים',
  READ_AUDIT: 'קריאת יומן הפעילות',
  EXPORT_AUDIT: 'ייצוא יומן הפעילות',
  MANAGE_DEPARTMENTS: 'ניהול מחלקות, שעות, כללים ונציגים',
  MANAGE_CHANNELS: 'ניהול ערוצים',
  MANAGE_API_TOKENS: 'ניהול אסימוני API',
  MANAGE_SECURITY_POLICY: 'קביעת מדיניות האבטחה',
  OPERATE: 'תפעול הפלטפורמה',
}
