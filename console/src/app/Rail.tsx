import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconActivity, IconAddressBook, IconBuildingStore, IconDeviceMobile, IconHistory, IconInbox, IconLayoutColumns, IconSearch, IconSettings, IconSpeakerphone } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import { useMe, usePermissions } from '../session/me'
import { Face } from '../ui/Face'
import { prefer, usePreferences } from '../ui/preferences'
import { ConnectionPill } from './ConnectionPill'
import { openTo } from './places'
import styles from './Rail.module.css'

const UserMenu = piece(() => import('./UserMenu'))

const icons = {
  'nav.inbox': IconInbox,
  'nav.search': IconSearch,
  'nav.queues': IconLayoutColumns,
  'nav.contacts': IconAddressBook,
  'nav.broadcasts': IconSpeakerphone,
  'nav.audit': IconHistory,
  'nav.operations': IconActivity,
  'nav.tenants': IconBuildingStore,
  'nav.settings': IconSettings,
}

export function Rail({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const { simulator, user } = useMe()
  const { phone } = usePreferences()
  const { pathname } = useLocation()
  return (
    <nav className={styles.rail} aria-label={t('app.menu')}>
      <img className={styles.mark} src="/favicon.svg" alt="" />
      {openTo(may).map(({ label, under }) => {
        const Icon = icons[label]
        const here = pathname === under || pathname.startsWith(`${under}/`)
        return (
          <Tooltip key={label} label={t(label)} position="right">
            <Link className={styles.place} to={under} aria-current={here ? 'page' : undefined} aria-label={t(label)}>
              <Icon />
            </Link>
          </Tooltip>
        )
      })}
      <span className={styles.gap} />
      {simulator && (
        <Tooltip label={t('nav.phone')} position="right">
          <UnstyledButton
            className={styles.place}
            aria-label={phone ? t('simulator.close') : t('simulator.open')}
            aria-pressed={phone}
            onClick={() => prefer({ phone: !phone })}
          >
            <IconDeviceMobile />
          </UnstyledButton>
        </Tooltip>
      )}
      <ConnectionPill />
      <Suspense
        fallback={
          <UnstyledButton disabled aria-label={t('menu.open', { name: user.name })}>
            <Face name={user.name} seed={user.id} />
          </UnstyledButton>
        }
      >
        <UserMenu onHelp={onHelp} />
      </Suspense>
    </nav>
  )
}
