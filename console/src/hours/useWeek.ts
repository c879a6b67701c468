import { useTranslation } from 'react-i18next'
import { WEEKDAYS, type Weekday } from './draft'

type Week = { firstDay: number }
interface Weekly {
  getWeekInfo?: () => Week
  weekInfo?: Week
}

/** 1 is Monday. Where a browser does not know, the week begins as it does in Israel and America. */
export function firstDayOf(language: string) {
  const locale = new Intl.Locale(language).maximize() as Intl.Locale & Weekly
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 7
}

/** The days of the week as the language orders and calls them. */
export function useWeek() {
  const { i18n } = useTranslation()
  const first = firstDayOf(i18n.language) - 1
  const words = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' })
  const days = [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, first)]
  // The first of January 2024 was a Monday.
  const name = (day: Weekday) => words.format(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)))
  return { days, name }
}
