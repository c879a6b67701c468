import type { Words } from '../../en'
import type { roles as english } from '../../en/pages/roles'

export const roles: Words<typeof english> & { holders_two: string } = {
  title: 'תפקידים',
  lead: 'מה מותר לעשות. תפקיד חל בכל מקום או במחלקות מסוימות.',
  standard: 'קבוע',
  holders_one: 'משתמש אחד',
  holders_two: 'שני משתמשים',
  holders_other: '{{count}} משתמשים',
  add: 'הוספת תפקיד',
  edit: 'עריכה',
  editOf: 'עריכת {{name}}',
  editTitle: 'עריכת התפקיד {{name}}',
  name: 'שם התפקיד',
  save: 'שמירה',
  saved: 'התפקיד {{name}} נשמר.',
  remove: 'הסרה',
  removeOf: 'הסרת {{name}}',
  removed: 'התפקיד {{name}} הוסר.',
  inUse: 'התפקיד עדיין בשימוש.',
  question: 'להסיר את התפקיד {{name}}?',
  questionText: 'התפקיד אינו בשימוש, ולכן דבר לא ישתנה לאיש.',
}
