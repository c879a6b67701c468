import { useTranslation } from 'react-i18next'
import type { Queue } from '../api/queues'
import { Chip } from '../ui/Chip'
import { Elapsed } from '../ui/Time'
import { ConversationCard } from './ConversationCard'
import styles from './Lane.module.css'
import { keyOf, type Spot } from './moves'
import { useDragging } from './useDrag'

/** A department: how many wait, the longest of them, and those who come next. */
export function Lane({ queue: { departmentId, department, waiting, oldestSince, first } }: { queue: Queue }) {
  const { t } = useTranslation()
  const { drag, open } = useDragging()
  const spot: Spot = { kind: 'department', id: departmentId }
  const key = keyOf(spot)
  return (
    <section
      className={styles.lane}
      aria-labelledby={`lane-${departmentId}`}
      data-spot={key}
      data-open={open.has(key) || undefined}
      data-over={drag?.over === key || undefined}
    >
      <header className={styles.head}>
        <h2 className={styles.name} id={`lane-${departmentId}`}>
          <bdi>{department}</bdi>
        </h2>
        <Chip tone={waiting > 0 ? 'waiting' : 'plain'}>{waiting > 0 ? t('departments.waiting', { count: waiting }) : t('departments.nobodyWaits')}</Chip>
        {oldestSince && (
          <span className={styles.longest}>
            {t('queues.longest')} <Elapsed since={oldestSince} />
          </span>
        )}
      </header>
      {first.length > 0 && (
        <ol className={styles.cards} aria-labelledby={`lane-${departmentId}`}>
          {first.map((card) => (
            <ConversationCard key={card.id} card={card} at={spot} />
          ))}
        </ol>
      )}
      {waiting > first.length && <p className={styles.behind}>{t('queues.behind', { count: waiting - first.length })}</p>}
    </section>
  )
}
