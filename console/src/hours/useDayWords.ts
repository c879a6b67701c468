import { useTranslation } from 'react-i18next'
import { turnsRound, type DayDraft, type SpanDraft } from './draft'

/** What a special day is called in the language of the screen, and when it is open. */
export function useDayWords() {
  const { t, i18n } = useTranslation()
  const format = (options: Intl.DateTimeFormatOptions, date: string) =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`))
  const date = ({ date: day, yearly }: DayDraft) =>
    day ? format(yearly ? { day: 'numeric', month: 'long' } : { weekday: 'short', day: 'numeric', month: 'long' }, day) : ''
  const one = (span: SpanDraft) => {
    const times = { from: span.from, to: span.to === '00:00' ? '24:00' : span.to }
    return turnsRound(span) && span.nextDay ? t('calendars.spanPast', times) : t('calendars.span', times)
  }
  const hours = ({ spans }: DayDraft) => (spans.length === 0 ? t('calendars.closed') : spans.map(one).join(', '))
  return { date, hours }
}
