import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { broadcastQueries } from '../api/broadcasts'
import { queries } from '../api/queries'
import { Loaded } from '../ui/Loaded'
import { useMomentWords } from '../ui/Time'
import list from '../ui/FactList.module.css'
import styles from './Broadcasts.module.css'
import { wanted, type Draft } from './draft'
import type { StepProps } from './NewBroadcastPage'
import { useKnown } from './useKnown'
import { useWhomWords } from './useWhomWords'
import { Preview } from './WhatStep'

/** All of it once more, with what it costs and whether Meta lets so many be written to. */
export function CheckStep({ draft }: StepProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.columns}>
      <div className={styles.slot}>
        <Summary draft={draft} />
        <p className={styles.note}>{t('broadcasts.checkHint')}</p>
      </div>
      <Preview draft={draft} />
    </div>
  )
}

function Summary({ draft }: { draft: Draft }) {
  const { t, i18n } = useTranslation()
  const known = useKnown()
  const moment = useMomentWords()
  const whomWords = useWhomWords()
  const { data: channels } = useQuery(queries.channels)
  const told = useQuery(broadcastQueries.draft(wanted(draft)))
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <Loaded of={told}>
      {({ recipients, skipped, category, capacity }) => {
        const left = Object.values(skipped).reduce((sum, count) => sum + count, 0)
        const facts = [
          [t('broadcasts.name'), draft.name],
          [t('broadcasts.number'), channels?.items.find(({ id }) => id === draft.channelId)?.name],
          [t('broadcasts.template'), draft.template?.name],
          [t('broadcasts.to'), whomWords(wanted(draft))],
          [t('broadcasts.recipients'), number.format(recipients - left)],
          [t('broadcasts.starts'), draft.startsAt ? moment(new Date(draft.startsAt).toISOString()) : t('broadcasts.now')],
          [t('broadcasts.quiet'), draft.isQuiet ? t('broadcasts.quietHours', { from: draft.from, to: draft.to }) : t('broadcasts.quietNone')],
          [t('broadcasts.category'), known.category(category)],
          [t('broadcasts.capacity'), capacity ? known.capacity(capacity) : t('broadcasts.capacityUnknown')],
        ] as const
        return (
          <dl className={list.facts}>
            {facts.map(([what, words]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <bdi>{words}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )
      }}
    </Loaded>
  )
}
