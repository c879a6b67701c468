import { useTranslation } from 'react-i18next'
import styles from './Logo.module.css'

export function Logo() {
  const { t } = useTranslation()
  return <img className={styles.logo} src="/favicon.svg" alt={t('app.name')} />
}
