import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './OfferDialog.module.css'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string
  /** How many characters it may have; said while it is written. */
  most?: number
  lines?: boolean
  plain?: boolean
  first?: boolean
  needed?: boolean
}

/** One field of a form, with how much of it is used. */
export function Field({ label, value, onChange, hint, error, most, lines, plain, first, needed }: Props) {
  const { i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  const used = most && value && !error ? `${number.format(value.trim().length)} / ${number.format(most)}` : undefined
  const shared = {
    size: 'sm',
    label,
    value,
    error,
    description: hint,
    withAsterisk: needed,
    dir: plain ? ('ltr' as const) : ('auto' as const),
    autoComplete: 'off',
    'data-autofocus': first || undefined,
    rightSection: used && <span className={styles.used}>{used}</span>,
    rightSectionWidth: used ? '5.5rem' : undefined,
  }
  return lines ? (
    <Textarea {...shared} autosize minRows={2} maxRows={6} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} onChange={(event) => onChange(event.currentTarget.value)} />
  )
}
