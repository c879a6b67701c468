import type { Words } from '../../en'
import type { policy as english } from '../../en/pages/policy'

export const policy: Words<typeof english> = {
  title: 'מדיניות אבטחה',
  lead: 'מה העסק דורש ממי שנכנסים.',
  secondFactor: 'ממי נדרש גורם אימות שני',
  secondFactorHint: 'מי שהגדירו אחד יתבקשו להציגו בכל מקרה.',
  whom: { nobody: 'לא נדרש מאיש', administrators: 'מנהלי מערכת', everyone: 'כולם' },
  passwordLength: 'האורך הקצר ביותר לסיסמה חדשה',
  passwordLengthHint: 'בתווים, מ־{{least}} עד {{most}}',
  idleMinutes: 'חיבור מסתיים בלי שימוש לאחר',
  idleMinutesHint: 'בדקות, מ־{{least}} עד {{most}}. ממשק פתוח נחשב שימוש.',
  sessionHours: 'חיבור מסתיים לכל המאוחר לאחר',
  sessionHoursHint: 'בשעות, מ־{{least}} עד {{most}}',
  save: 'שמירה',
  saved: 'המדיניות בתוקף.',
  question: 'לשנות את המדיניות?',
  questionText: 'היא תחול מיד: חיבורים שאינם עומדים בה יסתיימו, ומה שחסר יוגדר בכניסה הבאה.',
  toOwn: 'הגדרת גורם האימות השני שלי',
}
