import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Props {
  value?: string
  onChange?: (language: 'en' | 'he') => void
}

/** Between the languages that the console speaks, each named in itself. */
export function LanguageChoice({ value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('menu.language')}
      value={value}
      onChange={(language) => onChange?.(language === 'he' ? 'he' : 'en')}
      data={[
        { value: 'en', label: <span lang="en">{t('menu.english')}</span> },
        { value: 'he', label: <span lang="he">{t('menu.hebrew')}</span> },
      ]}
    />
  )
}
