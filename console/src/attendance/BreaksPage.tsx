import { Button, NumberInput } from '@mantine/core'
import { IconCoffee, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as calls from '../api/attendance'
import { attendanceQueries } from '../api/attendance'
import type { BreakReason } from '../api/types'
import { useChange } from '../app/useChange'
import { useReasonName } from '../availability/useReasonName'
import { ask } from '../ui/ask'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Padded, Page, Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { ReasonDialog } from './ReasonDialog'

/** Why agents are on a break, and how long their console may be gone. */
export function BreaksPage() {
  const { t } = useTranslation()
  const reasons = useQuery(attendanceQueries.reasons)
  const rule = useQuery(attendanceQueries.rule)
  const [adding, setAdding] = useState(false)
  return (
    <Page title={t('attendance.title')} lead={t('attendance.lead')}>
      <Section
        title={t('attendance.reasons')}
        lead={t('attendance.reasonsLead')}
        action={
          <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
            {t('attendance.add')}
          </Button>
        }
      >
        <Loaded of={reasons}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconCoffee />} title={t('attendance.empty')} hint={t('attendance.emptyHint')} />
            ) : (
              <Rows label={t('attendance.reasons')}>
                {items.map((reason) => (
                  <ReasonRow key={reason.id} reason={reason} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Section>
      <Section title={t('attendance.grace')} lead={t('attendance.graceLead')}>
        <Padded>
          <Loaded of={rule}>{({ graceMinutes }) => <GraceForm key={graceMinutes} minutes={graceMinutes} />}</Loaded>
        </Padded>
      </Section>
      {adding && <ReasonDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function ReasonRow({ reason }: { reason: BreakReason }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const own = useReasonName()
  const name = own(reason)
  const remove = useChange({
    make: () => calls.removeReason(reason.id),
    touches: [attendanceQueries.reasons.queryKey],
    said: t('attendance.removed', { name }),
  })
  const start = async () => {
    if (await ask({ title: t('attendance.removeTitle', { name }), text: t('attendance.removeText'), yes: t('attendance.remove'), grave: true })) remove.mutate()
  }
  const other = name === reason.english ? reason.hebrew : reason.english
  return (
    <Row icon={<IconCoffee />} name={<bdi>{name}</bdi>} facts={[other !== name && <bdi key="other">{other}</bdi>]}>
      <Button variant="default" aria-label={t('attendance.changeOf', { name })} onClick={() => setChanging(true)}>
        {t('attendance.change')}
      </Button>
      <Button variant="default" aria-label={t('attendance.removeOf', { name })} loading={remove.isPending} onClick={() => void start()}>
        {t('attendance.remove')}
      </Button>
      {changing && <ReasonDialog reason={reason} onClose={() => setChanging(false)} />}
    </Row>
  )
}

const MOST = 1_440

function GraceForm({ minutes }: { minutes: number }) {
  const { t } = useTranslation()
  const [written, setWritten] = useState<string | number>(minutes)
  const wanted = typeof written === 'number' && Number.isInteger(written) && written >= 0 && written <= MOST ? written : undefined
  const save = useChange({
    make: calls.setGrace,
    touches: [attendanceQueries.rule.queryKey],
    said: t('attendance.graceSaved'),
    quiet: true,
  })
  return (
    <Fields
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== undefined) save.mutate(wanted)
      }}
    >
      <NumberInput
        size="sm"
        label={t('attendance.graceMinutes')}
        description={t('attendance.graceHint')}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={written}
        error={wanted === undefined ? t('attendance.needMinutes', { most: MOST }) : undefined}
        onChange={setWritten}
      />
      <Refusal error={save.error} />
      <Button type="submit" size="sm" loading={save.isPending} disabled={wanted === undefined || wanted === minutes}>
        {t('attendance.save')}
      </Button>
    </Fields>
  )
}
