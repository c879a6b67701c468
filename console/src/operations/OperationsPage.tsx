import { useQuery } from '@tanstack/react-query'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Operations } from '../api/types'
import { Chip } from '../ui/Chip'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { Page } from '../ui/Page'
import { Trouble } from '../ui/Trouble'
import { DeadLetters } from './DeadLetters'
import styles from './OperationsPage.module.css'

export function OperationsPage() {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useQuery(queries.operations)
  return (
    <Page title={t('operations.title')} lead={t('operations.lead')}>
      {isPending ? (
        <LinesSkeleton />
      ) : data ? (
        <>
          <Tiles operations={data} />
          <DeadLetters />
        </>
      ) : (
        <Trouble error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

function Tiles({ operations }: { operations: Operations }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  const up = operations.database === 'up'
  return (
    <dl className={styles.tiles}>
      <Tile name={t('operations.database')}>
        <Chip tone={up ? 'done' : 'risk'} icon={up ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}>
          {up ? t('operations.up') : t('operations.down')}
        </Chip>
      </Tile>
      {(['tenants', 'deliveriesWaiting', 'outboxWaiting', 'deadLetters'] as const).map((count) => (
        <Tile key={count} name={t(`operations.${count}`)} alarming={count === 'deadLetters' && operations[count] > 0}>
          {number.format(operations[count])}
        </Tile>
      ))}
    </dl>
  )
}

function Tile({ name, alarming, children }: { name: string; alarming?: boolean; children: ReactNode }) {
  return (
    <div className={styles.tile} data-alarming={alarming || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
