import type { Words } from '../../en'
import type { keyboard as english } from '../../en/pages/keyboard'

export const keyboard: Words<typeof english> = {
  title: 'מקלדת',
  lead: 'איזה מקש עושה מה. הבחירה נשמרת בדפדפן הזה.',
  single: 'מקשים בודדים',
  singleLead: 'מי שמכתיבים, או לוחצים על מקשים בלי כוונה, אולי יעדיפו רק את אלה שעם Ctrl או Command.',
  own: 'קיצורים',
  ownLead: 'לפי מקומו של המקש, בכל פריסת מקלדת.',
  change: 'שינוי',
  changeOf: 'שינוי המקש של „{{name}}”',
  reset: 'איפוס',
  resetOf: 'איפוס המקש של „{{name}}”',
  resetAll: 'איפוס הכול',
  fixed: 'תמיד המקש הזה',
  press: 'יש ללחוץ על המקש הרצוי, או על Esc.',
  reserved: 'הדפדפן שומר את המקש הזה לעצמו. נא לבחור אחר.',
  taken: 'המקש הזה שייך אל „{{action}}”. נא לבחור אחר.',
}
