import { IconArrowLeft } from '@tabler/icons-react'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Settings.module.css'
import { useSections } from './useSections'

/** The frame of the settings: their navigation beside the page chosen in it, on a phone one after the other. */
export function Settings() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const groups = useSections()
  return (
    <div className={styles.settings} data-deep={pathname !== '/settings' || undefined}>
      <nav className={styles.menu} aria-label={t('settings.title')}>
        <Link className={styles.title} to="/settings" activeOptions={{ exact: true }}>
          <IconArrowLeft className={styles.back} aria-hidden />
          {t('settings.title')}
        </Link>
        {groups.map(({ group, sections }) => (
          <Fragment key={group}>
            <span className={styles.group}>{t(`settings.group.${group}`)}</span>
            {sections.map(({ under, label }) => (
              <Link key={under} className={styles.entry} to={under}>
                {t(label)}
              </Link>
            ))}
          </Fragment>
        ))}
      </nav>
      <div className={styles.section}>
        <Outlet />
      </div>
    </div>
  )
}
