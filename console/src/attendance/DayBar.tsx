import { useTranslation } from 'react-i18next'
import { useStandingWords } from '../availability/useStandingWords'
import { clock } from '../ui/time'
import type { Day, Stretch } from './day'
import styles from './DayBar.module.css'

const HOUR = 3_600_000

/** A day from midnight to midnight. What it says in colours, the list below says in words. */
export function DayBar({ stretches, day }: { stretches: Stretch[]; day: Day }) {
  const { t, i18n } = useTranslation()
  const words = useStandingWords()
  const hours = [0, 6, 12, 18].map((hour) => ({ hour, at: day.from + hour * HOUR, start: ((hour * HOUR) / (day.to - day.from)) * 100 }))
  return (
    <div className={styles.day} role="img" aria-label={t('attendance.bar')}>
      <div className={styles.bar}>
        {stretches.map(({ spell, start, size, from, to }) => (
          <span
            key={spell.id}
            className={styles.stretch}
            data-availability={spell.availability}
            style={{ insetInlineStart: `${start}%`, inlineSize: `${size}%` }}
            title={t('attendance.stretch', {
              what: words({ ...spell, automatic: false }),
              from: clock(new Date(from).toISOString(), i18n.language),
              to: clock(new Date(to).toISOString(), i18n.language),
            })}
          />
        ))}
      </div>
      <div className={styles.hours}>
        {hours.map(({ hour, at, start }) => (
          <span key={hour} className={styles.hour} style={{ insetInlineStart: `${start}%` }}>
            {clock(new Date(at).toISOString(), i18n.language)}
          </span>
        ))}
      </div>
    </div>
  )
}
