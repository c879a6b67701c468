import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page, Section } from '../ui/Page'
import styles from './SettingsIndex.module.css'
import { useSections } from './useSections'

export function SettingsIndex() {
  const { t } = useTranslation()
  const groups = useSections()
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      {groups.map(({ group, sections }) => (
        <Section key={group} title={t(`settings.group.${group}`)}>
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
        </Section>
      ))}
    </Page>
  )
}
