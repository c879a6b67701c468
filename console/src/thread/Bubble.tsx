import type { ReactNode } from 'react'
import styles from './Bubble.module.css'

interface Props {
  look: 'inbound' | 'outbound' | 'note'
  first?: boolean
  last?: boolean
  head?: ReactNode
  foot?: ReactNode
  /** What may be done about it, under the bubble. */
  after?: ReactNode
  /** What may be done with it, beside the bubble, while somebody points at it. */
  aside?: ReactNode
  faint?: boolean
  /** A sign that somebody put under it. */
  sign?: ReactNode
  /** Holds more than words, so that the time gets a line of its own. */
  stacked?: boolean
  children: ReactNode
}

export function Bubble({ look, first = true, last = true, head, foot, after, aside, sign, faint, stacked, children }: Props) {
  return (
    <div className={styles.row} data-look={look} data-last={last || undefined}>
      <div className={styles.bubble} data-first={first || undefined} data-faint={faint || undefined} data-stacked={stacked || undefined}>
        {head && <div className={styles.head}>{head}</div>}
        <div className={styles.body}>{children}</div>
        {foot && <div className={styles.foot}>{foot}</div>}
        {aside}
      </div>
      {sign && <div className={styles.sign}>{sign}</div>}
      {after && <div className={styles.after}>{after}</div>}
    </div>
  )
}
