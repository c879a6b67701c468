import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card, Page } from '../ui/Page'
import styles from './SettingsIndex.module.css'
import { useSections } from './useSections'

export function SettingsIndex() {
  const { t } = useTranslation()
  const sections = useSections()
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <Card>
        <ul className={styles.list}>
          {sections.map(({ under, label, lead }) => (
            <li key={under}>
              <Link className={styles.entry} to={under}>
                <span className={styles.words}>
                  <span className={styles.label}>{t(label)}</span>
                  <span className={styles.lead}>{t(lead)}</span>
                </span>
                <IconChevronRight className={styles.directed} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}
