import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import * as templates from '../api/templates'
import { isProblem } from '../api/problem'
import type { Template, TemplateAccount, TemplateLayout } from '../api/types'
import { useChange } from '../app/useChange'
import { FileField } from '../templates/FileField'
import { samplesOf, type Values } from '../templates/filling'
import { TemplatePreview, type ChosenFile } from '../templates/TemplatePreview'
import { useLanguageWords } from '../templates/useLanguageWords'
import { Fields } from '../ui/Fields'
import { useProblemText } from '../ui/useProblemText'
import { ButtonsField } from './ButtonsField'
import styles from './TemplatesPage.module.css'
import { LANGUAGES } from './languages'

const HEADERS = ['none', 'text', 'image', 'video', 'document', 'location'] as const
const CATEGORIES = ['utility', 'marketing', 'authentication'] as const
const FILES = ['image', 'video', 'document']

interface Props {
  accounts: TemplateAccount[]
  /** The one to be changed; a new one without. */
  template?: Template
  onClose: () => void
}

const EMPTY: TemplateLayout = { header: null, title: null, body: '', footer: null, buttons: [], cards: [] }
const CODE_BUTTON = { type: 'one-time-code', label: '', opens: null }

/** A template is written here and seen as WhatsApp will show it; Meta reviews it before it can be sent. */
export function TemplateDialog({ accounts, template, onClose }: Props) {
  const { t } = useTranslation()
  const languageWords = useLanguageWords()
  const [accountId, setAccountId] = useState(template?.accountId ?? accounts[0]?.accountId ?? '')
  const [name, setName] = useState(template?.name ?? '')
  const [language, setLanguage] = useState(template?.language ?? 'he')
  const [category, setCategory] = useState(template?.category ?? 'utility')
  const [layout, setLayout] = useState<TemplateLayout>(template?.layout ?? EMPTY)
  const [samples, setSamples] = useState<Values>(() => Object.fromEntries((template?.variables ?? []).map(({ key, sample }) => [key, sample ?? undefined])))
  const [files, setFiles] = useState<Record<string, ChosenFile>>({})
  const codes = category === 'authentication'
  const change = (part: Partial<TemplateLayout>) => setLayout((old) => ({ ...old, ...part }))
  const sent = codes ? { ...EMPTY, buttons: [layout.buttons.find(({ type }) => type === 'one-time-code') ?? CODE_BUTTON] } : layout
  const asked = codes ? [] : samplesOf(layout)
  const text = {
    category,
    layout: sent,
    samples: Object.fromEntries(asked.flatMap((key) => (samples[key]?.trim() ? [[key, samples[key]!.trim()]] : []))),
  }
  const submit = useChange({
    make: () => (template ? templates.edit(template.id, text) : templates.submit({ accountId, name, language, text })),
    touches: [['templates']],
    said: t('templates.submitted', { name }),
    onDone: onClose,
    quiet: true,
  })
  const wrong = useWrong(submit.error)
  return (
    <Dialog wide title={template ? t('templates.editTitle', { name }) : t('templates.add')} onClose={onClose}>
      <div className={styles.columns}>
        <Fields
          onSubmit={(event) => {
            event.preventDefault()
            submit.mutate()
          }}
        >
          {!template && (
            <>
              {accounts.length > 1 && (
                <Select
                  size="sm"
                  allowDeselect={false}
                  label={t('templates.account')}
                  data={accounts.map((one) => ({ value: one.accountId, label: one.numbers.join(', ') || one.accountId }))}
                  value={accountId}
                  onChange={(value) => setAccountId(value ?? '')}
                />
              )}
              <TextInput
                data-autofocus
                size="sm"
                dir="ltr"
                maxLength={512}
                autoComplete="off"
                label={t('templates.name')}
                description={t('templates.nameHint')}
                error={wrong('name')}
                value={name}
                onChange={({ currentTarget: { value } }) => setName(value.toLowerCase().replace(/[^a-z0-9_]/g, '_'))}
              />
              <Select
                size="sm"
                searchable
                allowDeselect={false}
                label={t('templates.language')}
                error={wrong('language')}
                data={LANGUAGES.map((value) => ({ value, label: languageWords(value) }))}
                value={language}
                onChange={(value) => setLanguage(value ?? 'he')}
              />
            </>
          )}
          <Select
            size="sm"
            allowDeselect={false}
            disabled={template?.status === 'approved'}
            label={t('templates.category')}
            description={t(codes ? 'templates.codesHint' : 'templates.categoryHint')}
            error={wrong('category')}
            data={CATEGORIES.map((value) => ({ value, label: t(`templates.categories.${value}`) }))}
            value={category}
            onChange={(value) => setCategory(value ?? 'utility')}
          />
          {codes ? (
            <TextInput
              size="sm"
              dir="auto"
              maxLength={25}
              label={t('templates.codeButton')}
              error={wrong('layout.buttons.0.label')}
              value={sent.buttons[0]!.label}
              onChange={(event) => change({ buttons: [{ ...CODE_BUTTON, label: event.currentTarget.value }] })}
            />
          ) : (
            <Parts layout={layout} wrong={wrong} onChange={change} />
          )}
          {asked.length > 0 && (
            <fieldset className={styles.group}>
              <legend>{t('templates.samples')}</legend>
              <p className={styles.note}>{t('templates.samplesHint')}</p>
              {asked.map((key) => (
                <Sample
                  key={key}
                  name={key}
                  layout={layout}
                  value={samples[key] ?? ''}
                  file={files[samples[key] ?? '']}
                  error={wrong(`samples.${key}`)}
                  onGiven={(value, file) => {
                    setSamples((old) => ({ ...old, [key]: value }))
                    if (file) setFiles((old) => ({ ...old, [value]: file }))
                  }}
                />
              ))}
            </fieldset>
          )}
          {wrong.rest && (
            <p className={styles.note} role="alert" dir="auto">
              {wrong.rest}
            </p>
          )}
          <Button type="submit" size="sm" loading={submit.isPending}>
            {t('templates.submit')}
          </Button>
        </Fields>
        <div className={styles.preview}>
          <TemplatePreview layout={codes ? { ...sent, body: t('templates.codeBody') } : layout} values={samples} files={files} />
        </div>
      </div>
    </Dialog>
  )
}

interface PartsProps {
  layout: TemplateLayout
  wrong: (field: string) => string | undefined
  onChange: (part: Partial<TemplateLayout>) => void
}

function Parts({ layout, wrong, onChange }: PartsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        size="sm"
        allowDeselect={false}
        label={t('templates.header')}
        error={wrong('layout.header')}
        data={HEADERS.map((value) => ({ value, label: t(`templates.headers.${value}`) }))}
        value={layout.header ?? 'none'}
        onChange={(value) => onChange({ header: value === 'none' ? null : value })}
      />
      {layout.header === 'text' && (
        <TextInput
          size="sm"
          dir="auto"
          maxLength={60}
          label={t('templates.headerText')}
          error={wrong('layout.title')}
          value={layout.title ?? ''}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
      )}
      <Textarea
        size="sm"
        dir="auto"
        autosize
        minRows={4}
        maxLength={1024}
        label={t('templates.body')}
        description={t('templates.bodyHint', { example: '{{1}}', named: '{{name}}' })}
        error={wrong('layout.body')}
        value={layout.body ?? ''}
        onChange={(event) => onChange({ body: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        dir="auto"
        maxLength={60}
        label={t('templates.footer')}
        error={wrong('layout.footer')}
        value={layout.footer ?? ''}
        onChange={(event) => onChange({ footer: event.currentTarget.value })}
      />
      <ButtonsField buttons={layout.buttons} wrong={wrong} onChange={(buttons) => onChange({ buttons })} />
    </>
  )
}

interface SampleProps {
  name: string
  layout: TemplateLayout
  value: string
  file?: ChosenFile
  error?: string
  onGiven: (value: string, file?: ChosenFile) => void
}

function Sample({ name, layout, value, file, error, onGiven }: SampleProps) {
  const { t } = useTranslation()
  const [, place, variable] = /(?:^|\.)(header|body|button)(?:\.(\w+))?$/.exec(name) ?? []
  const label =
    place === 'button'
      ? t('templates.sampleOfButton', { label: layout.buttons[Number(variable)]?.label || t('template.copyCode') })
      : t('templates.sampleOf', { variable: `{{${variable ?? ''}}}` })
  if (!variable && FILES.includes(layout.header ?? ''))
    return <FileField label={t('templates.sampleFile')} kind={layout.header!} chosen={file} error={error} onChosen={onGiven} />
  return <TextInput size="sm" dir="auto" autoComplete="off" label={label} error={error} value={value} onChange={(event) => onGiven(event.currentTarget.value)} />
}

const RULES = ['missing', 'too-long', 'malformed', 'variable-at-an-end', 'variables-touch', 'too-many-variables', 'variables-malformed', 'too-many', 'no-variables', 'replies-apart', 'variable-inside', 'wrong-type'] as const // prettier-ignore

/** What is said beside each field, and what belongs to none. */
function useWrong(error: Error | null) {
  const { t } = useTranslation()
  const text = useProblemText()
  const problem = isProblem(error) ? error : undefined
  const rule = RULES.find((one) => one === problem?.rule)
  const words = problem?.reason || (rule && t(`templates.rule.${rule}`)) || (error ? text(problem ?? error) : undefined)
  const shown = new Set<string>()
  const wrong = (field: string) => {
    shown.add(field)
    return problem?.field === field ? words : undefined
  }
  return Object.assign(wrong, { rest: problem?.field && /^(name|language|category|layout\.(header|title|body|footer|buttons.*)|samples\..*)$/.test(problem.field) ? undefined : words })
}
