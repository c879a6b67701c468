import type { Words } from '../../en'
import type { signIn as english } from '../../en/pages/signIn'

export const signIn: Words<typeof english> = {
  title: 'כניסה למוקד',
  lead: 'כל השיחות במקום אחד, בשקט.',
  ended: 'החיבור הסתיים. לאחר הכניסה ממשיכים מאותו מקום.',
  email: 'דוא״ל',
  password: 'סיסמה',
  submit: 'כניסה',
  withPasskey: 'כניסה עם מפתח גישה',
  needEmail: 'נא להזין כתובת דוא״ל',
  needPassword: 'נא להזין סיסמה',
  secondTitle: 'עוד צעד אחד',
  secondLead: 'להשלמת הכניסה יש להציג את גורם האימות השני.',
  recoveryCode: 'קוד שחזור',
  recoveryHint: 'כל קוד טוב לפעם אחת.',
  enrolTitle: 'הגדרת גורם אימות שני',
  enrolLead: 'העסק מבקש גורם אימות נוסף על הסיסמה. אפשר לבחור במה שנוח.',
  enrolApp: 'באמצעות אפליקציית אימות',
  enrolPasskey: 'באמצעות מפתח גישה של המכשיר הזה',
  otherFactor: 'בחירה באמצעי אחר',
  startOver: 'כניסה בשם אחר',
}
