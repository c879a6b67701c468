import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconAddressBook,
  IconBuildingStore,
  IconForms,
  IconLayoutList,
  IconLink,
  IconMapPin,
  IconMapPinQuestion,
  IconPhoneCall,
  IconPlus,
  IconRowInsertBottom,
  IconShoppingBag,
  IconTemplate,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../composer/Editor.module.css'
import { composing, KINDS, type OfferKind } from './kinds'

const ICONS: Record<OfferKind, ComponentType<{ size?: string }>> = {
  location: IconMapPin,
  contacts: IconAddressBook,
  buttons: IconRowInsertBottom,
  list: IconLayoutList,
  link: IconLink,
  'location-request': IconMapPinQuestion,
  'contact-request': IconPhoneCall,
  flow: IconForms,
  products: IconShoppingBag,
  catalog: IconBuildingStore,
}

interface Props {
  conversationId: string
  opened: boolean
  onChange: (opened: boolean) => void
}

/** What can be sent beside words and files. */
export function InsertMenu({ conversationId, opened, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Menu opened={opened} onChange={onChange} position="top-start" width="var(--menu)" withinPortal>
      <Menu.Target>
        <Tooltip label={t('insert.open')} disabled={opened}>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('insert.open')}>
            <IconPlus className={styles.clip} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTemplate size="1rem" />} onClick={() => composing.set({ conversationId, kind: 'template' })}>
          {t('insert.template')}
        </Menu.Item>
        {KINDS.map((kind) => {
          const Icon = ICONS[kind]
          return (
            <Menu.Item key={kind} leftSection={<Icon size="1rem" />} onClick={() => composing.set({ conversationId, kind })}>
              {t(`insert.kind.${kind}`)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
