import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as calls from '../api/attendance'
import { attendanceQueries } from '../api/attendance'
import type { BreakReason } from '../api/types'
import { useChange } from '../app/useChange'
import { useReasonName } from '../availability/useReasonName'
import { Fields } from '../ui/Fields'

/** What a reason is called in both languages: a new one, or one there is. */
export function ReasonDialog({ reason, onClose }: { reason?: BreakReason; onClose: () => void }) {
  const { t } = useTranslation()
  const own = useReasonName()
  const written = (value: string) => (value.trim() ? null : t('attendance.needName'))
  const form = useForm({
    initialValues: { english: reason?.english ?? '', hebrew: reason?.hebrew ?? '' },
    validate: { english: written, hebrew: written },
  })
  const wanted = { english: form.values.english.trim(), hebrew: form.values.hebrew.trim() }
  const save = useChange({
    make: () => (reason ? calls.renameReason(reason.id, wanted) : calls.addReason(wanted)),
    touches: [attendanceQueries.reasons.queryKey],
    said: t('attendance.saved', { name: own({ id: '', ...wanted }) }),
    onDone: onClose,
    quiet: true,
  })
  const field = { size: 'sm', dir: 'auto', maxLength: 60, autoComplete: 'off' } as const
  return (
    <Dialog title={reason ? t('attendance.changeOf', { name: own(reason) }) : t('attendance.add')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => save.mutate())}>
        <TextInput data-autofocus {...field} label={t('attendance.english')} {...form.getInputProps('english')} />
        <TextInput {...field} label={t('attendance.hebrew')} {...form.getInputProps('hebrew')} />
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('attendance.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
