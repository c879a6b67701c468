import { Button } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/segments'
import { segmentQueries } from '../api/segments'
import type { Segment } from '../api/types'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import { BackLink } from '../ui/BackLink'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { ExportButton } from './ExportButton'
import { SegmentDialog } from './SegmentDialog'
import { useCriteriaWords } from './useCriteriaWords'

/** Choices of contacts under a name, and how many are in each now. */
export function SegmentsPage() {
  const { t } = useTranslation()
  const may = usePermissions()
  const segments = useQuery(segmentQueries.all)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('segments.title')}
      lead={t('segments.lead')}
      action={
        may('MANAGE_AUDIENCES') && (
          <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
            {t('segments.add')}
          </Button>
        )
      }
    >
      <BackLink to="/contacts">{t('contacts.back')}</BackLink>
      <Card>
        <Loaded of={segments}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconFilter />} title={t('segments.empty')} hint={t('segments.emptyHint')} />
            ) : (
              <Rows label={t('segments.title')}>
                {items.map((segment) => (
                  <SegmentRow key={segment.id} segment={segment} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      {adding && <SegmentDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function SegmentRow({ segment: { id, name, members, criteria } }: { segment: Segment }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { data: sample } = useQuery(segmentQueries.sample(id))
  const remove = useChange({ make: () => calls.removeSegment(id), touches: [segmentQueries.all.queryKey], said: t('segments.removed') })
  const start = async () => {
    if (await ask({ title: t('segments.removeTitle', { name }), text: t('segments.removeText'), yes: t('segments.remove') })) remove.mutate()
  }
  const criteriaWords = useCriteriaWords()
  const first = sample?.first.flatMap((one) => one.name ?? []).slice(0, 5) ?? []
  return (
    <Row
      icon={<IconFilter size="1.125rem" />}
      name={<bdi>{name}</bdi>}
      chips={<Chip tone="accent">{t('segments.members', { count: members })}</Chip>}
      facts={[
        ...criteriaWords(criteria),
        first.length > 0 && t('segments.such', { names: first.join(', ') }),
      ]}
    >
      <ExportButton segment={id} label={t('segments.exportOf', { name })}>
        {t('segments.export')}
      </ExportButton>
      <Button variant="default" aria-label={t('segments.editOf', { name })} onClick={() => setEditing(true)}>
        {t('segments.edit')}
      </Button>
      <Button variant="default" aria-label={t('segments.removeOf', { name })} loading={remove.isPending} onClick={() => void start()}>
        {t('segments.remove')}
      </Button>
      {editing && <SegmentDialog segment={{ id, name, criteria }} onClose={() => setEditing(false)} />}
    </Row>
  )
}
