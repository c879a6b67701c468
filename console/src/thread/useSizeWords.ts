import { useTranslation } from 'react-i18next'

export function useSizeWords() {
  const { t, i18n } = useTranslation()
  const number = (value: number) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(value)
  return (bytes: number) => {
    if (bytes < 1000) return t('size.bytes', { count: bytes })
    if (bytes < 1_000_000) return t('size.kilobytes', { count: Math.round(bytes / 1000) })
    if (bytes < 1_000_000_000) return t('size.megabytes', { amount: number(bytes / 1_000_000) })
    return t('size.gigabytes', { amount: number(bytes / 1_000_000_000) })
  }
}
