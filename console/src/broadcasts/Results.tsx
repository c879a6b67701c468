import { useTranslation } from 'react-i18next'
import type { BroadcastResults } from '../api/types'
import { Chip } from '../ui/Chip'
import { Row, Rows } from '../ui/Rows'
import styles from './Broadcasts.module.css'
import { reached, share } from './counting'

/** How many got how far: all bars are as long as their part of all recipients, so that one can be held against another. */
export function ResultBars({ results }: { results: BroadcastResults }) {
  const { t } = useTranslation()
  const { recipients, waiting, queued, unconfirmed, failed, skipped, replied } = results
  const { sent, delivered, read } = reached(results)
  return (
    <>
      <Bar words={t('broadcasts.progress')} part={recipients - skipped - waiting - queued} whole={recipients - skipped} all={recipients - skipped} />
      <Bar words={t('broadcasts.counts.sent')} part={sent} whole={recipients} all={recipients} />
      <Bar words={t('broadcasts.counts.delivered')} part={delivered} whole={sent} all={recipients} tone="done" />
      <Bar words={t('broadcasts.counts.read')} part={read} whole={sent} all={recipients} tone="done" />
      <Bar words={t('broadcasts.counts.replied')} part={replied} whole={sent} all={recipients} tone="done" />
      {failed > 0 && <Bar words={t('broadcasts.counts.failed')} part={failed} whole={recipients} all={recipients} tone="risk" />}
      {unconfirmed > 0 && <Bar words={t('broadcasts.counts.unconfirmed')} part={unconfirmed} whole={recipients} all={recipients} tone="waiting" />}
      {skipped > 0 && <Bar words={t('broadcasts.counts.skipped')} part={skipped} whole={recipients} all={recipients} tone="waiting" />}
    </>
  )
}

interface BarProps {
  words: string
  part: number
  /** What it is told as a part of. */
  whole: number
  /** What the whole length stands for. */
  all: number
  tone?: 'accent' | 'done' | 'risk' | 'waiting'
}

function Bar({ words, part, whole, all, tone = 'accent' }: BarProps) {
  const { t, i18n } = useTranslation()
  const of = share(part, whole)
  const number = new Intl.NumberFormat(i18n.language)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  return (
    <div className={styles.bar} data-tone={tone}>
      <span className={styles.what}>{words}</span>
      <div className={styles.meter} role="meter" aria-label={words} aria-valuemin={0} aria-valuemax={1} aria-valuenow={of} aria-valuetext={percent.format(of)}>
        <span className={styles.filled} style={{ inlineSize: `${share(part, all) * 100}%` }} />
      </div>
      <span className={styles.count}>
        {t('broadcasts.partOf', { part: number.format(part), whole: number.format(whole) })} <span className={styles.dim}>{percent.format(of)}</span>
      </span>
    </div>
  )
}

interface ReasonsProps {
  of: Record<string, number>
  words: (reason: string) => string
  /** Whether the reasons are codes that somebody may want to look up. */
  coded?: boolean
}

/** The most frequent first. */
export function Reasons({ of, words, coded }: ReasonsProps) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  const reasons = Object.entries(of).sort(([, one], [, other]) => other - one)
  return (
    <Rows label={t('broadcasts.reasons')}>
      {reasons.map(([reason, count]) => (
        <Row
          key={reason}
          name={number.format(count)}
          chips={coded && /^\d+$/.test(reason) && <Chip>{t('failure.code', { code: reason })}</Chip>}
          facts={[words(reason)]}
        />
      ))}
    </Rows>
  )
}
