import { useTranslation } from 'react-i18next'
import { useNow } from './clock'
import { brief, moment, spanOf, type Span } from './time'

export function useSpanWords() {
  const { t } = useTranslation()
  return (span: Span) => {
    switch (span.unit) {
      case 'now':
        return t('time.now')
      case 'minutes':
        return t('time.minutes', { count: span.count })
      case 'hours':
        return t('time.hours', { hours: span.hours, minutes: span.minutes })
      case 'days':
        return t('time.days', { days: span.days, hours: span.hours })
    }
  }
}

export function BriefTime({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const now = useNow(60_000)
  return <time dateTime={at}>{brief(at, now, i18n.language)}</time>
}

/** A moment as part of a sentence. */
export function useMomentWords() {
  const { i18n } = useTranslation()
  return (at: string) => moment(at, i18n.language)
}

export function Moment({ at }: { at: string }) {
  const { i18n } = useTranslation()
  return <time dateTime={at}>{moment(at, i18n.language)}</time>
}

/** Counts up in place since a moment. */
export function Elapsed({ since }: { since: string }) {
  const words = useSpanWords()
  const now = useNow(10_000)
  return <time dateTime={since}>{words(spanOf(now - Date.parse(since)))}</time>
}
