import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import { useChange } from '../app/useChange'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Rows } from '../ui/Rows'
import { DepartmentRow } from './DepartmentRow'

/** Who answers which kind of question, and how agents come to what waits. */
export function DepartmentsPage() {
  const { t } = useTranslation()
  const departments = useQuery(queries.departments)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('departments.title')}
      lead={t('departments.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
          {t('departments.add')}
        </Button>
      }
    >
      <Card>
        <Loaded of={departments}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconUsersGroup />} title={t('departments.empty')} hint={t('departments.emptyHint')} />
            ) : (
              <Rows label={t('departments.title')}>
                {items.map((department) => (
                  <DepartmentRow key={department.id} department={department} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() ? null : t('departments.needName')) },
  })
  const name = form.values.name.trim()
  const add = useChange({
    make: () => routing.addDepartment(name),
    touches: [queries.departments.queryKey],
    said: t('departments.saved', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={t('departments.add')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => add.mutate())}>
        <TextInput
          data-autofocus
          size="sm"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          label={t('departments.name')}
          description={t('departments.addHint')}
          {...form.getInputProps('name')}
        />
        <Refusal error={add.error} />
        <Button type="submit" size="sm" loading={add.isPending}>
          {t('departments.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
