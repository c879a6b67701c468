import { useTranslation } from 'react-i18next'
import type { Obstacle } from '../api/types'
import { obstaclesOf } from './reasons'
import styles from './Why.module.css'

/** How many cannot have a conversation, by what stands in their way. */
export function ObstacleList({ of }: { of: Partial<Record<Obstacle, number>> }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.list}>
      {obstaclesOf(of).map(({ obstacle, count }) => (
        <li key={obstacle}>{t(`departments.why.obstacle.${obstacle}`, { count })}</li>
      ))}
    </ul>
  )
}
