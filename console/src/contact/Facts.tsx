import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Facts.module.css'

export function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.facts}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>{children}</dl>
    </section>
  )
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children ?? t('contact.none')}</dd>
    </div>
  )
}
