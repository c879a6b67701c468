import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { queries } from '../api/queries'
import * as calls from '../api/targets'
import { targetQueries } from '../api/targets'
import { useChange } from '../app/useChange'
import { Loaded } from '../ui/Loaded'
import type { NumberDialogProps } from './NumberDialogs'

/** In which department conversations of a number begin. */
export function EntranceDialog({ id, name, onClose }: NumberDialogProps) {
  const { t } = useTranslation()
  const entrance = useQuery(targetQueries.entrance(id))
  const { data: departments } = useQuery(queries.departments)
  const save = useChange({
    make: (department: string | null) => calls.setEntrance(id, department),
    touches: [targetQueries.entrance(id).queryKey],
    said: t('targets.entranceSaved', { name }),
    onDone: onClose,
  })
  return (
    <Dialog title={t('targets.entranceTitle', { name })} onClose={onClose}>
      <Loaded of={entrance}>
        {({ departmentId }) => (
          <NativeSelect
            data-autofocus
            size="sm"
            label={t('targets.entranceLabel')}
            value={departmentId ?? ''}
            disabled={save.isPending}
            data={[{ value: '', label: t('targets.entranceStandard') }, ...(departments?.items ?? []).map((one) => ({ value: one.id, label: one.name }))]}
            onChange={({ currentTarget: { value } }) => save.mutate(value || null)}
          />
        )}
      </Loaded>
    </Dialog>
  )
}
