import { Button, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { filled, LONGEST, put, type Language, type Place } from './texts'
import styles from './Texts.module.css'

interface Props {
  language: Language
  value: string
  places: readonly Place[]
  samples: Record<string, string>
  error: string | undefined
  onChange: (text: string) => void
}

/** One text in one language, with what may be put into it, and how it will be read. */
export function TextField({ language, value, places, samples, error, onChange }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const dir = language === 'he' ? 'rtl' : 'ltr'
  const insert = (place: Place) => {
    const { selectionStart, selectionEnd } = field.current ?? { selectionStart: value.length, selectionEnd: value.length }
    const { text, caret } = put(value, place, selectionStart, selectionEnd)
    onChange(text)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(caret, caret)
    })
  }
  return (
    <div className={styles.field}>
      <Textarea
        ref={field}
        size="sm"
        dir={dir}
        lang={language}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={LONGEST}
        label={t(`greetings.language.${language}`)}
        labelProps={{ dir: 'auto' }}
        error={error}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div className={styles.places} role="group" aria-label={t('greetings.insertInto', { language: t(`greetings.language.${language}`) })}>
        {places.map((place) => (
          <Button key={place} size="compact-xs" variant="default" onClick={() => insert(place)}>
            {t(`greetings.place.${place}`)}
          </Button>
        ))}
      </div>
      {value.trim() && (
        <figure className={styles.preview}>
          <figcaption>{t('greetings.preview')}</figcaption>
          <p dir={dir} lang={language}>
            {filled(value.trim(), samples)}
          </p>
        </figure>
      )}
    </div>
  )
}
