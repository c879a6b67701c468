import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Department } from '../api/types'
import { Chip } from '../ui/Chip'
import { Row } from '../ui/Rows'
import { DepartmentDialog } from './DepartmentDialog'
import { MembersDialog } from './MembersDialog'
import { RemoveDialog } from './RemoveDialog'

export function DepartmentRow({ department }: { department: Department }) {
  const { t, i18n } = useTranslation()
  const [doing, setDoing] = useState<'edit' | 'members' | 'remove'>()
  const { name, mode, choice, waiting, overflowTo, isDeserted } = department
  const { data: all } = useQuery(queries.departments)
  const others = all?.items.filter(({ id }) => overflowTo.includes(id)).map((one) => one.name) ?? []
  const { data: members } = useQuery(queries.members(department.id))
  const count = members?.agentIds.length
  const close = () => setDoing(undefined)
  return (
    <Row
      icon={<IconUsersGroup />}
      name={<bdi>{name}</bdi>}
      chips={
        <>
          <Chip tone={waiting > 0 ? 'waiting' : 'plain'}>{waiting > 0 ? t('departments.waiting', { count: waiting }) : t('departments.nobodyWaits')}</Chip>
          {isDeserted && <Chip tone="risk">{t('offers.deserted')}</Chip>}
        </>
      }
      facts={[
        t(`departments.mode.${mode}`),
        mode !== 'pull' && t(`departments.choice.${choice}`),
        mode !== 'pull' && count === 0 ? t('departments.noMembers') : Boolean(count) && t('departments.members', { count }),
        others.length > 0 && t('offers.overflowsTo', { names: new Intl.ListFormat(i18n.language).format(others) }),
      ]}
    >
      <Button variant="default" aria-label={t('departments.membersOf', { name })} onClick={() => setDoing('members')}>
        {t('departments.members')}
      </Button>
      <Button variant="default" aria-label={t('departments.editOf', { name })} onClick={() => setDoing('edit')}>
        {t('departments.edit')}
      </Button>
      <Button variant="default" aria-label={t('transfers.removeOf', { name })} onClick={() => setDoing('remove')}>
        {t('transfers.remove')}
      </Button>
      {doing === 'edit' && <DepartmentDialog department={department} onClose={close} />}
      {doing === 'members' && <MembersDialog department={department} onClose={close} />}
      {doing === 'remove' && <RemoveDialog department={department} onClose={close} />}
    </Row>
  )
}
