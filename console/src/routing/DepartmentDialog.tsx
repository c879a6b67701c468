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
const CHOICES = ['longest_idle', 'least_occupied', 'round_robin', 'most_skilled'] as const

/** What a department is called, and how its agents come to what waits. */
export function DepartmentDialog({ department, onClose }: { department: Department; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { name: department.name, mode: department.mode, choice: department.choice, relax: String(department.relaxAfterSeconds ?? '') },
    validate: {
      name: (value) => (value.trim() ? null : t('departments.needName')),
      relax: (value) => (isRelaxing(value) ? null : t('departments.needRelax')),
    },
  })
  const { relax, ...values } = form.values
  const wanted = { ...values, name: values.name.trim(), relaxAfterSeconds: relax.trim() ? Number(relax) : null }
  const save = useChange({
    make: () => routing.changeDepartment(department.id, wanted),
    touches: [queries.departments.queryKey],
    said: t('departments.saved', { name: wanted.name }),
    onDone: onClose,
    quiet: true,
  })
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
          <>
          <Select
            size="sm"
            label={t('departments.choiceLabel')}
            data={CHOICES.map((choice) => ({ value: choice, label: t(`departments.choice.${choice}`) }))}
            allowDeselect={false}
            {...form.getInputProps('choice')}
          />
          <TextInput
            size="sm"
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            label={t('departments.relax')}
            description={t('departments.relaxHint')}
            {...form.getInputProps('relax')}
          />
          </>
        )}
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('departments.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}

/** Seconds, or nothing for never. */
const isRelaxing = (written: string) => written.trim() === '' || (/^\d+$/.test(written.trim()) && Number(written) >= 10 && Number(written) <= 86_400)
