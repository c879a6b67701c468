import { Skeleton } from '@mantine/core'
import { Delayed } from '../ui/Delayed'
import styles from './ListSkeleton.module.css'

export function ListSkeleton() {
  return (
    <Delayed>
      <div aria-hidden>
        {Array.from({ length: 12 }, (_, row) => (
          <div key={row} className={styles.row}>
            <Skeleton circle height={32} />
            <div className={styles.words}>
              <Skeleton height={10} width="45%" />
              <Skeleton height={10} width="80%" />
            </div>
          </div>
        ))}
      </div>
    </Delayed>
  )
}
