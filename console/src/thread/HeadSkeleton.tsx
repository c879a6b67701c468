import { Skeleton } from '@mantine/core'
import { Delayed } from '../ui/Delayed'
import styles from './Head.module.css'

export function HeadSkeleton() {
  return (
    <div className={styles.head} aria-hidden>
      <Delayed>
        <Skeleton circle height={32} />
        <Skeleton height={12} width={160} />
      </Delayed>
    </div>
  )
}
