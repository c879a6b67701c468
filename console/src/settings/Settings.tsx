import { IconArrowLeft } from '@tabler/icons-react'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './Settings.module.css'
import { useSections } from './useSections'

/** The frame of the settings: their navigation beside the page chosen in it, on a phone one after the other. */
export function Settings() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const sections = useSections()
  return (
    <div className={styles.settings} data-deep={pathname !== '/settings' || undefined}>
      <nav className={styles.menu} aria-label={t('settings.title')}>
        <Link className={styles.title} to="/settings" activeOptions={{ exact: true }}>
          <IconArrowLeft className={styles.back} aria-hidden />
          {t('settings.title')}
        </Link>
        {sections.map(({ under, label }) => (
          <Link key={under} className={styles.entry} to={under}>
            {t(label)}
          </Link>
        ))}
      </nav>
      <div className={styles.section}>
        <Outlet />
      </div>
    </div>
  )
}
