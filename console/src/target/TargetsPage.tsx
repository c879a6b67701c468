import { Button, NumberInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlarm } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import { queries } from '../api/queries'
import * as calls from '../api/targets'
import { targetQueries } from '../api/targets'
import type { AllTargets, Office } from '../api/types'
import { useChange } from '../app/useChange'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Card, Padded, Page, Section } from '../ui/Page'
import { DepartmentTargets } from './DepartmentTargets'
import { HoursSelect } from './HoursSelect'

/** By when departments answer, and in which hours that is counted. */
export function TargetsPage() {
  const { t } = useTranslation()
  const departments = useQuery(queries.departments)
  const hours = useQuery(targetQueries.hours)
  const targets = useQuery(targetQueries.all)
  return (
    <Page title={t('targets.title')} lead={t('targets.lead')}>
      <Loaded of={hours}>
        {({ business, departments: own }) => (
          <Loaded of={targets}>
            {(all) => (
              <>
                <Section title={t('targets.business')} lead={t('targets.businessLead')}>
                  <Padded>
                    <HoursSelect department={null} office={business} />
                  </Padded>
                  <WarningForm targets={all} />
                </Section>
                <Loaded of={departments}>
                  {({ items }) =>
                    items.length === 0 ? (
                      <Card>
                        <Empty icon={<IconAlarm />} title={t('targets.none')} hint={t('targets.noneHint')} />
                      </Card>
                    ) : (
                      items.map((one) => (
                        <DepartmentTargets
                          key={one.id}
                          department={one}
                          office={own.find(({ departmentId }) => departmentId === one.id) ?? likeBusiness(business)}
                          targets={all.departments.find(({ departmentId }) => departmentId === one.id)?.targets ?? []}
                        />
                      ))
                    )
                  }
                </Loaded>
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

const likeBusiness = (business: Office): Office => ({ ...business, follows: 'business', calendarId: null })

function WarningForm({ targets: { warnPercent } }: { targets: AllTargets }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { warnPercent } })
  const save = useChange({
    make: () => calls.setWarning(form.values.warnPercent),
    touches: [targetQueries.all.queryKey],
    said: t('targets.warningSaved'),
    onDone: () => form.resetDirty(),
    quiet: true,
  })
  return (
    <Padded>
      <Fields onSubmit={form.onSubmit(() => save.mutate())}>
        <NumberInput
          size="sm"
          label={t('targets.warning')}
          description={t('targets.warningHint')}
          min={10}
          max={95}
          clampBehavior="blur"
          allowDecimal={false}
          hideControls
          {...form.getInputProps('warnPercent')}
        />
        <Refusal error={save.error} />
        <div>
          <Button type="submit" size="sm" loading={save.isPending} disabled={!form.isDirty()}>
            {t('targets.save')}
          </Button>
        </div>
      </Fields>
    </Padded>
  )
}
