import { Button, MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Department, User } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { mayAnswer } from './mayAnswer'

const SHOWN = 100

/** Who of the colleagues is given what waits in a department. */
export function MembersDialog({ department, onClose }: { department: Department; onClose: () => void }) {
  const { t } = useTranslation()
  const colleagues = useQuery(queries.users)
  const members = useQuery(queries.members(department.id))
  return (
    <Dialog title={t('departments.membersOf', { name: department.name })} onClose={onClose}>
      <Loaded of={colleagues}>
        {({ items }) => (
          <Loaded of={members}>
            {({ agentIds }) => <MembersForm department={department} colleagues={items.filter(mayAnswer)} before={agentIds} onClose={onClose} />}
          </Loaded>
        )}
      </Loaded>
    </Dialog>
  )
}

interface Props {
  department: Department
  colleagues: User[]
  before: string[]
  onClose: () => void
}

function MembersForm({ department, colleagues, before, onClose }: Props) {
  const { t } = useTranslation()
  // Whoever is not here any more is given nothing, and is left out of what is saved.
  const [chosen, setChosen] = useState(() => before.filter((id) => colleagues.some((one) => one.id === id)))
  const save = useChange({
    make: () => routing.setMembers(department.id, chosen),
    touches: [queries.members(department.id).queryKey],
    said: t('departments.saved', { name: department.name }),
    onDone: onClose,
    quiet: true,
  })
  const isWrongHere = isProblem(save.error) && save.error.field === 'agentIds'
  const put = (ids: string[]) => {
    save.reset()
    setChosen(ids)
  }
  return (
    <Fields
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <MultiSelect
        data-autofocus
        size="sm"
        label={t('departments.membersLabel')}
        description={t('departments.membersHint')}
        placeholder={t('departments.findMembers')}
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        limit={SHOWN}
        nothingFoundMessage={t('departments.noColleague')}
        value={chosen}
        onChange={put}
        error={isWrongHere ? t('departments.mayNotAnswer') : undefined}
        errorProps={{ role: 'alert' }}
      />
      {!isWrongHere && <Refusal error={save.error} />}
      <Button type="submit" size="sm" loading={save.isPending}>
        {t('departments.save')}
      </Button>
    </Fields>
  )
}
