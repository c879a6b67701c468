import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { broadcastQueries } from '../api/broadcasts'
import { segmentQueries } from '../api/segments'
import { SegmentDialog } from '../contacts/SegmentDialog'
import { Loaded } from '../ui/Loaded'
import { Row, Rows } from '../ui/Rows'
import styles from './Broadcasts.module.css'
import { EVERYBODY, wanted } from './draft'
import type { StepProps } from './NewBroadcastPage'
import { useKnown } from './useKnown'

/** Who is written to, how many they are, and what the first of them will read. */
export function WhomStep({ draft, tried, put }: StepProps) {
  const { t } = useTranslation()
  const segments = useQuery(segmentQueries.all)
  const [adding, setAdding] = useState(false)
  return (
    <Loaded of={segments}>
      {({ items }) => (
        <div className={styles.slot}>
          <Select
            size="sm"
            searchable
            withAsterisk
            allowDeselect={false}
            label={t('broadcasts.to')}
            error={tried && !draft.whom ? t('broadcasts.missing') : undefined}
            data={[{ value: EVERYBODY, label: t('broadcasts.everybody') }, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
            value={draft.whom}
            onChange={(whom) => put({ whom })}
          />
          <div>
            <Button variant="default" leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
              {t('segments.add')}
            </Button>
          </div>
          {draft.whom && <Chosen draft={draft} />}
          {adding && <SegmentDialog onClose={() => setAdding(false)} />}
        </div>
      )}
    </Loaded>
  )
}

function Chosen({ draft }: Pick<StepProps, 'draft'>) {
  const { t, i18n } = useTranslation()
  const known = useKnown()
  const told = useQuery(broadcastQueries.draft(wanted(draft)))
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <Loaded of={told}>
      {({ recipients, skipped, samples }) => (
        <>
          <p className={styles.big} role="status">
            {t('broadcasts.chosen', { count: recipients, number: number.format(recipients) })}
          </p>
          {Object.entries(skipped).map(([why, count]) => (
            <p key={why} className={styles.note}>
              {t('broadcasts.leftOut', { number: number.format(count), why: known.skip(why) })}
            </p>
          ))}
          {samples.length > 0 && (
            <Rows label={t('broadcasts.samples')}>
              {samples.map(({ contactId, name, words, skipped: why }) => (
                <Row
                  key={contactId}
                  name={<bdi>{name ?? t('contacts.unnamed')}</bdi>}
                  facts={[
                    why ? (
                      known.skip(why)
                    ) : (
                      <span key="words" className={styles.words} dir="auto">
                        {words}
                      </span>
                    ),
                  ]}
                />
              ))}
            </Rows>
          )}
        </>
      )}
    </Loaded>
  )
}
