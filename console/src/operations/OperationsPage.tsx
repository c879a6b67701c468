import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Operations } from '../api/types'
import { useSizeWords } from '../thread/useSizeWords'
import { Chip } from '../ui/Chip'
import { Loaded } from '../ui/Loaded'
import { Page } from '../ui/Page'
import { DeadLetters } from './DeadLetters'
import styles from './OperationsPage.module.css'
import { TimedWork } from './TimedWork'
import { UnreadChanges } from './UnreadChanges'

export function OperationsPage() {
  const { t } = useTranslation()
  const operations = useQuery(queries.operations)
  return (
    <Page title={t('operations.title')} lead={t('operations.lead')}>
      <Loaded of={operations}>
        {(data) => (
          <>
            <dl className={styles.tiles}>
              <Database up={data.database === 'up'} />
              {data.database === 'up' && <Numbers operations={data} />}
            </dl>
            {data.database === 'up' && (
              <>
                <DeadLetters />
                <UnreadChanges />
                <TimedWork />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Database({ up }: { up: boolean }) {
  const { t } = useTranslation()
  return (
    <Tile name={t('operations.database')}>
      <Chip tone={up ? 'done' : 'risk'} icon={up ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}>
        {up ? t('operations.up') : t('operations.down')}
      </Chip>
    </Tile>
  )
}

type Count = (typeof COUNTS)[number]
const COUNTS = ['tenants', 'deliveriesWaiting', 'deliveryLagSeconds', 'outboxWaiting', 'lettersWaiting', 'filesWaiting', 'searchEntriesWaiting', 'searchBusinessesWaiting', 'deadLetters'] as const
/** From here on deliveries are late enough to be noticed by whoever waits for an answer. */
const LATE_SECONDS = 15

function Numbers({ operations }: { operations: Operations }) {
  const { t, i18n } = useTranslation()
  const sizeWords = useSizeWords()
  const number = new Intl.NumberFormat(i18n.language)
  const words = (count: Count) =>
    count === 'deliveryLagSeconds' ? t('operations.seconds', { count: operations[count] }) : number.format(operations[count])
  const alarming: Partial<Record<Count, boolean>> = { deadLetters: operations.deadLetters > 0, deliveryLagSeconds: operations.deliveryLagSeconds >= LATE_SECONDS }
  return (
    <>
      {COUNTS.map((count) => (
        <Tile key={count} name={t(`operations.${count}`)} alarming={alarming[count]}>
          {words(count)}
        </Tile>
      ))}
      <Tile name={t('operations.diskFree')}>{sizeWords(operations.diskFreeBytes)}</Tile>
    </>
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
