import { Skeleton } from '@mantine/core'
import { Delayed } from './Delayed'
import styles from './LinesSkeleton.module.css'

export function LinesSkeleton() {
  return (
    <Delayed>
      <div className={styles.lines} aria-hidden>
        {Array.from({ length: 6 }, (_, line) => (
          <Skeleton key={line} height={12} />
        ))}
      </div>
    </Delayed>
  )
}
