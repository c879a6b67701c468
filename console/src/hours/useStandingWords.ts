import { useTranslation } from 'react-i18next'
import type { Calendar } from '../api/types'

const DAY = 24 * 60 * 60_000

/** Whether it is open now, and until when, by the calendar's own clock. */
export function useStandingWords() {
  const { t, i18n } = useTranslation()
  return ({ standing: { open, until, opens }, timeZone }: Pick<Calendar, 'standing' | 'timeZone'>) => {
    const time = (at: string) => {
      const far = Date.parse(at) - Date.now() > 6 * DAY
      const day = new Intl.DateTimeFormat(i18n.language, { timeZone, dateStyle: 'short' })
      const isToday = day.format(Date.parse(at)) === day.format(Date.now())
      return new Intl.DateTimeFormat(i18n.language, {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(far ? { day: 'numeric', month: 'short', year: 'numeric' } : isToday ? {} : { weekday: 'long' }),
      }).format(Date.parse(at))
    }
    if (open) return until ? t('calendars.openUntil', { time: time(until) }) : t('calendars.alwaysOpen')
    return opens ? t('calendars.opens', { time: time(opens) }) : t('calendars.neverOpen')
  }
}
