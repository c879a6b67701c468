import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconActivity, IconDeviceMobile, IconHistory, IconInbox, type TablerIcon } from '@tabler/icons-react'
import { Link, useLocation, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../api/types'
import { useMe, usePermissions } from '../session/me'
import { prefer, usePreferences } from '../ui/preferences'
import { ConnectionPill } from './ConnectionPill'
import styles from './Rail.module.css'
import { UserMenu } from './UserMenu'

const places = [
  { label: 'nav.inbox', icon: IconInbox, under: '/inbox', permission: 'READ_CONVERSATIONS', link: { to: '/inbox/$view', params: { view: 'mine' }, search: {} } },
  { label: 'nav.audit', icon: IconHistory, under: '/activity', permission: 'READ_AUDIT', link: { to: '/activity' } },
  { label: 'nav.operations', icon: IconActivity, under: '/operations', permission: 'OPERATE', link: { to: '/operations' } },
] as const satisfies { label: `nav.${string}`; icon: TablerIcon; under: string; permission: Permission; link: LinkProps }[] // prettier-ignore

export function Rail({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const { simulator } = useMe()
  const { phone } = usePreferences()
  const { pathname } = useLocation()
  return (
    <nav className={styles.rail} aria-label={t('app.menu')}>
      <img className={styles.mark} src="/favicon.svg" alt="" />
      {places
        .filter(({ permission }) => may(permission))
        .map(({ label, icon: Icon, under, link }) => (
          <Tooltip key={label} label={t(label)} position="right">
            <Link className={styles.place} {...link} aria-current={pathname.startsWith(under) ? 'page' : undefined} aria-label={t(label)}>
              <Icon />
            </Link>
          </Tooltip>
        ))}
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
      <UserMenu onHelp={onHelp} />
    </nav>
  )
}
