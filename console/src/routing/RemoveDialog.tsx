import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Department } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'

/** Gives a department up, and says who takes what it has to do. */
export function RemoveDialog({ department: { id, name }, onClose }: { department: Department; onClose: () => void }) {
  const { t } = useTranslation()
  const departments = useQuery(queries.departments)
  const [to, setTo] = useState<string | null>(null)
  const remove = useChange({
    make: () => routing.removeDepartment(id, to),
    touches: [queries.departments.queryKey, ['conversations'], queries.counts.queryKey],
    said: t('transfers.removed', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={t('transfers.removeOf', { name })} onClose={onClose}>
      <Loaded of={departments}>
        {({ items }) => (
          <Fields
            onSubmit={(event) => {
              event.preventDefault()
              remove.mutate()
            }}
          >
            <Select
              data-autofocus
              size="sm"
              clearable
              label={t('transfers.successor')}
              description={t('transfers.removeLead')}
              placeholder={t('transfers.noSuccessor')}
              data={items.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: one.name }))}
              value={to}
              onChange={(value) => {
                setTo(value)
                remove.reset()
              }}
            />
            <Refusal error={remove.error} />
            <Button type="submit" size="sm" color="red" loading={remove.isPending}>
              {t('transfers.remove')}
            </Button>
          </Fields>
        )}
      </Loaded>
    </Dialog>
  )
}
