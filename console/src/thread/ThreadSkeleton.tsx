import { Skeleton } from '@mantine/core'
import { Delayed } from '../ui/Delayed'
import styles from './ThreadSkeleton.module.css'

const SHAPES = ['48%', '36%', '56%', '30%', '52%', '40%']

export function ThreadSkeleton() {
  return (
    <Delayed>
      <div className={styles.thread} aria-hidden>
        {SHAPES.map((width) => (
          <Skeleton key={width} className={styles.bubble} height={44} width={width} radius="lg" />
        ))}
      </div>
    </Delayed>
  )
}
