import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import { endingQueries, setReopening } from '../api/ending'
import { queries } from '../api/queries'
import type { Department } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Padded, Page, Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { EndingDialog } from './EndingDialog'
import { isNumber } from './form'
import { Dispositions } from './Dispositions'

/** Why conversations end, what is left to do then, and after which silence they do. */
export function EndingsPage() {
  const { t } = useTranslation()
  const departments = useQuery(queries.departments)
  const reopening = useQuery(endingQueries.reopening)
  return (
    <Page title={t('endings.title')} lead={t('endings.lead')}>
      <Dispositions />
      <Section title={t('endings.departments.title')} lead={t('endings.departments.lead')}>
        <Loaded of={departments}>
          {({ items }) => (
            <Rows label={t('endings.departments.title')}>
              {items.map((department) => (
                <DepartmentEnding key={department.id} department={department} />
              ))}
            </Rows>
          )}
        </Loaded>
      </Section>
      <Section title={t('endings.reopening.title')} lead={t('endings.reopening.lead')}>
        <Padded>
          <Loaded of={reopening}>{({ reopeningMinutes }) => <Reopening key={reopeningMinutes} minutes={reopeningMinutes} />}</Loaded>
        </Padded>
      </Section>
    </Page>
  )
}

function DepartmentEnding({ department: { id, name } }: { department: Department }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { data: ending } = useQuery(endingQueries.department(id))
  const facts = ending && [
    ending.requiresDisposition && t('endings.departments.requires'),
    ending.wrapUpSeconds > 0 && t('endings.departments.wrapUp', { seconds: ending.wrapUpSeconds }),
    ending.nudgeMinutes !== null && t('endings.departments.nudges', { minutes: ending.nudgeMinutes }),
    ending.resolveMinutes !== null && t('endings.departments.resolves', { minutes: ending.resolveMinutes }),
    ending.returnMinutes !== null && t('endings.departments.returns', { minutes: ending.returnMinutes }),
  ]
  return (
    <Row icon={<IconUsersGroup />} name={<bdi>{name}</bdi>} facts={facts?.some(Boolean) ? facts : [facts && t('endings.departments.usual')]}>
      <Button variant="default" aria-label={t('endings.departments.editOf', { name })} disabled={!ending} onClick={() => setEditing(true)}>
        {t('endings.departments.edit')}
      </Button>
      {editing && ending && <EndingDialog department={id} name={name} ending={ending} onClose={() => setEditing(false)} />}
    </Row>
  )
}

const MOST = 43_200

function Reopening({ minutes }: { minutes: number }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { minutes: String(minutes) },
    validate: { minutes: (value) => (isNumber(value, 0, MOST) ? null : t('endings.form.rule.out-of-range')) },
  })
  const save = useChange({
    make: () => setReopening(Number(form.values.minutes)),
    touches: [endingQueries.reopening.queryKey],
    said: t('endings.reopening.saved'),
    quiet: true,
  })
  return (
    <Fields onSubmit={form.onSubmit(() => save.mutate())}>
      <TextInput size="sm" inputMode="numeric" autoComplete="off" maxLength={5} label={t('endings.reopening.label')} description={t('endings.reopening.hint')} {...form.getInputProps('minutes')} />
      <Refusal error={save.error} />
      <Button type="submit" size="sm" loading={save.isPending}>
        {t('endings.reopening.save')}
      </Button>
    </Fields>
  )
}
