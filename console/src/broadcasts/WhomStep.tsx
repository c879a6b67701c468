import { Button, Select } from '@mantine/core'
import { IconPlus, IconTableImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { broadcastQueries } from '../api/broadcasts'
import { queries } from '../api/queries'
import { segmentQueries } from '../api/segments'
import { SegmentDialog } from '../contacts/SegmentDialog'
import { usePermissions } from '../session/me'
import { Loaded } from '../ui/Loaded'
import { Row, Rows } from '../ui/Rows'
import styles from './Broadcasts.module.css'
import { EVERYBODY, labelled, leftFor, wanted } from './draft'
import type { StepProps } from './NewBroadcastPage'
import { useKnown } from './useKnown'

/** Who is written to, how many they are, and what the first of them will read. */
export function WhomStep({ draft, tried, put }: StepProps) {
  const { t } = useTranslation()
  const may = usePermissions()
  const segments = useQuery(segmentQueries.all)
  const labels = useQuery(queries.contactLabels).data?.items ?? []
  const [adding, setAdding] = useState(false)
  return (
    <Loaded of={segments}>
      {({ items }) => {
        const groups = [
          { group: t('segments.title'), items: items.map(({ id, name }) => ({ value: id, label: name })) },
          { group: t('broadcasts.labels'), items: labels.map(({ name }) => ({ value: labelled(name), label: t('segments.has', { words: name }) })) },
        ]
        return (
          <div className={styles.slot}>
            <Select
              size="sm"
              searchable
              withAsterisk
              allowDeselect={false}
              label={t('broadcasts.to')}
              error={tried && !draft.whom ? t('broadcasts.missing') : undefined}
              data={[{ value: EVERYBODY, label: t('broadcasts.everybody') }, ...groups.filter(({ items: some }) => some.length > 0)]}
              value={draft.whom}
              onChange={(whom) => put({ whom })}
            />
            <div className={styles.turns}>
              <Button variant="default" leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
                {t('segments.add')}
              </Button>
              {may('IMPORT_CONTACTS') && (
                <Button
                  variant="default"
                  leftSection={<IconTableImport size="1rem" />}
                  renderRoot={(props) => <Link to="/contacts/lists" {...props} onClick={() => leftFor.set(draft)} />}
                >
                  {t('broadcasts.fromFile')}
                </Button>
              )}
            </div>
            {draft.whom && <Chosen draft={draft} />}
            {adding && <SegmentDialog onClose={() => setAdding(false)} />}
          </div>
        )
      }}
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
