import { ActionIcon, Indicator, Menu } from '@mantine/core'
import { IconCheck, IconFilter2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import styles from './SearchBar.module.css'
import { useView } from './useInbox'

export default function FilterMenu() {
  const { t } = useTranslation()
  const { filter } = useView()
  const { data: departments } = useQuery(queries.departments)
  const { data: labels } = useQuery(queries.labels)
  const active = filter.department !== undefined || filter.label !== undefined || filter.order !== undefined
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('inbox.filter')}>
          <Indicator disabled={!active} size={8}>
            <IconFilter2 className={styles.icon} />
          </Indicator>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('inbox.order')}</Menu.Label>
        <Orders />
        <Menu.Divider />
        <Menu.Label>{t('inbox.department')}</Menu.Label>
        <Options by="department" options={departments?.items ?? []} />
        <Menu.Divider />
        <Menu.Label>{t('inbox.label')}</Menu.Label>
        <Options by="label" options={(labels?.items ?? []).map(({ name }) => ({ id: name, name }))} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Orders() {
  const { t } = useTranslation()
  const { filter, navigate } = useView()
  return ([undefined, 'due'] as const).map((order) => (
    <Choice key={order ?? ''} value={order ?? ''} chosen={filter.order === order} onChoose={() => void navigate({ to: '.', search: (old) => ({ ...old, order }) })}>
      {t(order ? 'inbox.orderDue' : 'inbox.orderUsual')}
    </Choice>
  ))
}

function Options({ by, options }: { by: 'department' | 'label'; options: { id: string; name: string }[] }) {
  const { t } = useTranslation()
  const { filter, navigate } = useView()
  const all = [{ id: undefined, name: t('inbox.any') }, ...options]
  return all.map(({ id, name }) => (
    <Choice key={id ?? ''} value={id ?? ''} chosen={filter[by] === id} onChoose={() => void navigate({ to: '.', search: (old) => ({ ...old, [by]: id }) })}>
      <bdi>{name}</bdi>
    </Choice>
  ))
}

function Choice({ value, chosen, onChoose, children }: { value: string; chosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <Menu.RadioItem closeMenuOnClick value={value} checked={chosen} checkIcon={<IconCheck aria-hidden size="1rem" />} onChange={onChoose}>
      {children}
    </Menu.RadioItem>
  )
}
