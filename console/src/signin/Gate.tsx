import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { switchLanguage } from '../i18n'
import { Logo } from '../ui/Logo'
import styles from './Gate.module.css'

/** The frame of what is shown to whoever is not inside yet. */
export function Gate({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Logo />
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
        <Languages />
      </div>
    </main>
  )
}

function Languages() {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'he' ? 'en' : 'he'
  return (
    <Button variant="subtle" color="gray" lang={other} onClick={() => void switchLanguage(other)}>
      {other === 'he' ? t('menu.hebrew') : t('menu.english')}
    </Button>
  )
}
