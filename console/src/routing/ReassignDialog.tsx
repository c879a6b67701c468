import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Agent } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'

const OWN = 'own'

/** Gives everything that an agent has to a department or a colleague, or back into its lines. */
export function ReassignDialog({ agent: { id, name, used }, onClose }: { agent: Agent; onClose: () => void }) {
  const { t } = useTranslation()
  const departments = useQuery(queries.departments)
  const agents = useQuery(queries.agents)
  const [to, setTo] = useState(OWN)
  const [kind, target] = to.split(' ')
  const move = useChange({
    make: () => routing.transferAll(id, kind === 'department' ? { departmentId: target } : kind === 'colleague' ? { agentId: target } : {}),
    touches: [queries.agents.queryKey, queries.departments.queryKey, ['conversations'], queries.counts.queryKey],
    onDone: ({ count }) => {
      notifications.show({ message: t('transfers.allDone', { count }) })
      onClose()
    },
    quiet: true,
  })
  return (
    <Dialog title={t('transfers.allOf', { name })} onClose={onClose}>
      <Loaded of={departments}>
        {(lines) => (
          <Loaded of={agents}>
            {(colleagues) => (
              <Fields
                onSubmit={(event) => {
                  event.preventDefault()
                  move.mutate()
                }}
              >
                <Select
                  data-autofocus
                  size="sm"
                  searchable
                  limit={100}
                  label={t('transfers.to')}
                  description={t('transfers.allLead', { name, count: used })}
                  nothingFoundMessage={t('transfers.nobody')}
                  allowDeselect={false}
                  data={[
                    { value: OWN, label: t('transfers.ownLines') },
                    { group: t('transfers.departments'), items: lines.items.map((one) => ({ value: `department ${one.id}`, label: one.name })) },
                    {
                      group: t('transfers.colleagues'),
                      items: colleagues.items.filter((one) => one.id !== id).map((one) => ({ value: `colleague ${one.id}`, label: one.name })),
                    },
                  ]}
                  value={to}
                  onChange={(value) => {
                    setTo(value ?? OWN)
                    move.reset()
                  }}
                />
                <Refusal error={move.error} />
                <Button type="submit" size="sm" loading={move.isPending}>
                  {t('transfers.all')}
                </Button>
              </Fields>
            )}
          </Loaded>
        )}
      </Loaded>
    </Dialog>
  )
}
