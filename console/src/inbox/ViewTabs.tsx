import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Counts } from '../api/types'
import { useView } from './useInbox'
import { listFilter, VIEWS } from './views'
import styles from './ViewTabs.module.css'

export function ViewTabs() {
  const { t } = useTranslation()
  const { view, filter } = useView()
  const { data: counts } = useQuery(queries.counts)
  return (
    <nav className={styles.tabs} aria-label={t('inbox.views')}>
      {VIEWS.map((one) => (
        <Link
          key={one}
          className={styles.tab}
          to="/inbox/$view"
          params={{ view: one }}
          search={listFilter(filter)}
          aria-current={one === view ? 'page' : undefined}
        >
          {t(`inbox.${one}`)}
          <Count of={one === 'resolved' ? undefined : counts?.[one]} />
        </Link>
      ))}
    </nav>
  )
}

function Count({ of }: { of: Counts['mine'] | undefined }) {
  const { t } = useTranslation()
  if (!of || of.count === 0) return null
  return <span className={styles.count}>{of.more ? t('inbox.more', { count: of.count }) : of.count}</span>
}
