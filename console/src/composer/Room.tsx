import { useTranslation } from 'react-i18next'
import styles from './Editor.module.css'

const NEAR = 0.9

/** How much may still be written, once that is worth knowing; beyond the limit it says why nothing can be sent. */
export function Room({ length, most }: { length: number; most: number }) {
  const { t, i18n } = useTranslation()
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const over = length - most
  if (over > 0)
    return (
      <span className={styles.over} role="alert">
        {t('composer.tooLong', { count: over, over: number(over), most: number(most) })}
      </span>
    )
  return length > most * NEAR && <span className={styles.room}>{t('composer.room', { count: -over, left: number(-over) })}</span>
}
