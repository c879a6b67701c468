import type { Words } from '../../en'
import type { palette as english } from '../../en/pages/palette'

export const palette: Words<typeof english> = {
  placeholder: 'מה לעשות, או את מי לחפש?',
  found: 'מה שמתאים',
  now: 'פעולות',
  go: 'מעבר אל',
  people: 'שיחות',
  search: 'חיפוש „{{words}}” בכל ההודעות',
  languages: 'עברית, אנגלית, Hebrew, English',
  nothing: 'אין דבר בשם הזה, וגם לא אדם.',
  open: 'פתוחה',
  snoozed: 'נדחתה',
  resolved: 'הסתיימה',
}
