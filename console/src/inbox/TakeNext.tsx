import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { usePermissions } from '../session/me'
import { useTakeNext } from './useTakeNext'

export default function TakeNext() {
  const { t } = useTranslation()
  const may = usePermissions()
  const { data } = useQuery(queries.departments)
  const take = useTakeNext()
  if (!may('ASSIGN_CONVERSATIONS')) return null
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button size="xs" loading={take.isPending} rightSection={<IconChevronDown size="0.875rem" />}>
          {t('inbox.takeNext')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('inbox.takeNextFrom')}</Menu.Label>
        {data?.items.map(({ id, name, waiting }) => (
          <Menu.Item key={id} disabled={waiting === 0} rightSection={waiting} onClick={() => take.mutate(id)}>
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
