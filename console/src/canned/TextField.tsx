import { Button, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/me'
import { useLanguageWords } from '../templates/useLanguageWords'
import { Filled } from './Filled'
import { filled, VARIABLES, type Values } from './filling'
import styles from './ReplyDialog.module.css'

interface Props {
  language: string
  value: string
  most: number
  error: string | undefined
  onChange: (text: string) => void
}

/** What a reply says in one language, with what may be put into it, and how it will be read. */
export function TextField({ language, value, most, error, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { user, tenant } = useMe()
  const languageWords = useLanguageWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const number = (count: number) => new Intl.NumberFormat(i18n.language).format(count)
  const called = languageWords(language)
  const length = value.trim().length
  const samples: Values = {
    'contact.name': t('cannedReplies.sample.name'),
    'contact.phone': '+972501234567',
    'agent.name': user.name,
    'business.name': tenant.name,
    'department.name': t('cannedReplies.sample.department'),
  }
  /** Puts a place in where the caret is; what of it is to be written anew is selected. */
  const insert = (written: string, rewritten = '') => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? { selectionStart: value.length, selectionEnd: value.length }
    onChange(value.slice(0, from) + written + value.slice(to))
    const end = from + written.length - (rewritten ? 2 : 0)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(end - rewritten.length, end)
    })
  }
  return (
    <div className={styles.field}>
      <Textarea
        ref={field}
        size="sm"
        dir="auto"
        lang={language}
        autosize
        minRows={3}
        maxRows={10}
        label={called}
        error={length > most ? t('cannedReplies.rule.too-long', { most: number(most) }) : error}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div className={styles.variables} role="group" aria-label={t('cannedReplies.insertInto', { language: called })}>
        {VARIABLES.map((variable) => (
          <Button key={variable} size="compact-xs" variant="default" onClick={() => insert(`{{${variable}}}`)}>
            {t(`cannedReplies.variable.${variable}`)}
          </Button>
        ))}
        <Button size="compact-xs" variant="default" onClick={() => insert(`{{ask:${t('cannedReplies.askSample')}}}`, t('cannedReplies.askSample'))}>
          {t('cannedReplies.ask')}
        </Button>
      </div>
      {length > 0 && (
        <>
          <span className={styles.used}>{t('cannedReplies.used', { length: number(length), most: number(most) })}</span>
          <figure className={styles.preview}>
            <figcaption>{t('cannedReplies.preview')}</figcaption>
            <div className={styles.bubble} lang={language}>
              <Filled text={filled(value.trim(), samples, String)} />
            </div>
          </figure>
        </>
      )}
    </div>
  )
}
