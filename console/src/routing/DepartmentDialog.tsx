import { Button, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Department } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'

const MODES = ['pull', 'push'] as const
/** Nobody's skills are kept yet, so that one is offered only where it has been chosen elsewhere. */
const CHOICES = ['longest_idle', 'least_occupied', 'round_robin'] as const

/** What a department is called, and how its agents come to what waits. */
export function DepartmentDialog({ department, onClose }: { department: Department; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { name: department.name, mode: department.mode, choice: department.choice },
    validate: { name: (value) => (value.trim() ? null : t('departments.needName')) },
  })
  const wanted = { ...form.values, name: form.values.name.trim() }
  const save = useChange({
    make: () => routing.changeDepartment(department.id, wanted),
    touches: [queries.departments.queryKey],
    said: t('departments.saved', { name: wanted.name }),
    onDone: onClose,
    quiet: true,
  })
  const choices = [...new Set([...CHOICES, department.choice])]
  return (
    <Dialog title={t('departments.editTitle', { name: department.name })} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => save.mutate())}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={200} autoComplete="off" label={t('departments.name')} {...form.getInputProps('name')} />
        <Radio.Group size="sm" label={t('departments.modeLabel')} {...form.getInputProps('mode')}>
          <Stack gap="xs" mt="xs">
            {MODES.map((mode) => (
              <Radio key={mode} size="sm" value={mode} label={t(`departments.mode.${mode}`)} description={t(`departments.modeHint.${mode}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {wanted.mode === 'push' && (
          <Select
            size="sm"
            label={t('departments.choiceLabel')}
            data={choices.map((choice) => ({ value: choice, label: t(`departments.choice.${choice}`) }))}
            allowDeselect={false}
            {...form.getInputProps('choice')}
          />
        )}
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('departments.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
