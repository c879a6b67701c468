import { Select } from '@mantine/core'
import { IconMessage2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { greetingQueries } from '../api/greetings'
import { queries } from '../api/queries'
import type { Department } from '../api/types'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Padded, Page, Section } from '../ui/Page'
import { DepartmentTextsForm } from './DepartmentTextsForm'
import { SettingForm } from './SettingForm'

/** What the business says by itself to those who write. */
export function TextsPage() {
  const { t } = useTranslation()
  const departments = useQuery(queries.departments)
  const setting = useQuery(greetingQueries.setting)
  return (
    <Page title={t('greetings.title')} lead={t('greetings.lead')}>
      <Section title={t('greetings.ofDepartment')} lead={t('greetings.ofDepartmentLead')}>
        <Loaded of={departments}>
          {({ items: [first, ...others] }) =>
            first ? <OfDepartment departments={[first, ...others]} /> : <Empty icon={<IconMessage2 />} title={t('departments.empty')} hint={t('departments.emptyHint')} />
          }
        </Loaded>
      </Section>
      <Section title={t('greetings.words')} lead={t('greetings.wordsLead')}>
        <Padded>
          <Loaded of={setting}>{(kept) => <SettingForm kept={kept} />}</Loaded>
        </Padded>
      </Section>
    </Page>
  )
}

function OfDepartment({ departments }: { departments: [Department, ...Department[]] }) {
  const { t } = useTranslation()
  const [chosen, choose] = useState(departments[0].id)
  const texts = useQuery(greetingQueries.texts(chosen))
  return (
    <>
      {departments.length > 1 && (
        <Padded>
          <Select
            size="sm"
            allowDeselect={false}
            label={t('greetings.department')}
            data={departments.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={(id) => id && choose(id)}
          />
        </Padded>
      )}
      <Loaded of={texts}>{(kept) => <DepartmentTextsForm key={chosen} department={chosen} kept={kept} />}</Loaded>
    </>
  )
}
