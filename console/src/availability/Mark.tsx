import type { Availability } from '../api/types'
import styles from './Mark.module.css'

/** In the order of the menu. */
export const AVAILABILITIES = ['available', 'busy', 'break', 'away', 'offline'] as const satisfies readonly Availability[]

/** Each is told by its shape as well: a disc, a bar across it, two bars, the hands of a clock, a ring. */
const SHAPES: Record<Availability, string> = {
  available: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z',
  busy: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1ZM3.25 5.1h5.5v1.8h-5.5Z',
  break: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1ZM3.9 3.6h1.4v4.8H3.9ZM6.7 3.6h1.4v4.8H6.7Z',
  away: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1ZM5.4 3h1.2v2.8l2 1.2-.6 1L5.4 6.5Z',
  offline: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1ZM6 3a3 3 0 1 1 0 6A3 3 0 0 1 6 3Z',
}

/** Whether somebody takes conversations, as a mark; the words stand beside it or are said to readers. */
export const Mark = ({ of }: { of: Availability }) => (
  <svg className={styles.mark} data-availability={of} viewBox="0 0 12 12" aria-hidden focusable={false}>
    <path d={SHAPES[of]} fillRule="evenodd" />
  </svg>
)
