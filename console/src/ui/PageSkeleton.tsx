import { Skeleton } from '@mantine/core'
import { LinesSkeleton } from './LinesSkeleton'
import styles from './Page.module.css'

/** The outline of a page whose code is on its way. */
export function PageSkeleton() {
  return (
    <div className={styles.scroller} aria-hidden>
      <div className={styles.page}>
        <Skeleton height={18} width="12rem" />
        <LinesSkeleton />
      </div>
    </div>
  )
}
