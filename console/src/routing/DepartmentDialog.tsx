import { Button, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Department } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { draftOf, shownOf, wantedOf, wrongIn } from './departmentDraft'
import { AskingFields, KeepingFields, OverflowFields } from './TermsFields'

const MODES = ['pull', 'push', 'offer'] as const
const CHOICES = ['longest_idle', 'least_occupied', 'round_robin', 'most_skilled'] as const

/** What a department is called, and how its agents come to what waits. */
export function DepartmentDialog({ department, onClose }: { department: Department; onClose: () => void }) {
  const { t } = useTranslation()
  const before = draftOf(department)
  const form = useForm({
    initialValues: before,
    validate: (values) => Object.fromEntries(Object.entries(wrongIn(values)).map(([field, wrong]) => [field, t(wrong)])),
    onValuesChange: () => save.reset(),
  })
  const { mode } = form.values
  const wanted = wantedOf(shownOf(form.values, before))
  const save = useChange({
    make: () => routing.changeDepartment(department.id, wanted),
    touches: [queries.departments.queryKey],
    said: t('departments.saved', { name: wanted.name }),
    onDone: onClose,
    quiet: true,
  })
  const isCircle = isProblem(save.error) && save.error.rule === 'circle'
  return (
    <Dialog title={t('departments.editTitle', { name: department.name })} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => save.mutate())}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={200} autoComplete="off" label={t('departments.name')} {...form.getInputProps('name')} />
        <Radio.Group size="sm" label={t('departments.modeLabel')} {...form.getInputProps('mode')}>
          <Stack gap="xs" mt="xs">
            {MODES.map((one) => (
              <Radio key={one} size="sm" value={one} label={t(`departments.mode.${one}`)} description={t(`departments.modeHint.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {mode === 'offer' && <AskingFields form={form} />}
        {mode !== 'pull' && (
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
            <KeepingFields form={form} />
          </>
        )}
        <OverflowFields form={form} own={department.id} isCircle={isCircle} />
        {!isCircle && <Refusal error={save.error} />}
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('departments.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
