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
  faint?: boolean
  /** Holds more than words, so that the time gets a line of its own. */
  stacked?: boolean
  children: ReactNode
}

export function Bubble({ look, first = true, last = true, head, foot, after, faint, stacked, children }: Props) {
  return (
    <div className={styles.row} data-look={look} data-last={last || undefined}>
      <div className={styles.bubble} data-first={first || undefined} data-faint={faint || undefined} data-stacked={stacked || undefined}>
        {head && <div className={styles.head}>{head}</div>}
        <div className={styles.body}>{children}</div>
        {foot && <div className={styles.foot}>{foot}</div>}
      </div>
      {after && <div className={styles.after}>{after}</div>}
    </div>
  )
}
