import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import * as templates from '../api/templates'
import type { Template, TemplateAccount, TemplateLayout } from '../api/types'
import { useChange } from '../app/useChange'
import { samplesOf, type Values } from '../templates/filling'
import { TemplatePreview, type ChosenFile } from '../templates/TemplatePreview'
import { useLanguageWords } from '../templates/useLanguageWords'
import { Fields } from '../ui/Fields'
import { LANGUAGES } from './languages'
import { SampleField } from './SampleField'
import { TemplateParts } from './TemplateParts'
import styles from './TemplatesPage.module.css'
import { useWrong } from './useWrong'

const CATEGORIES = ['utility', 'marketing', 'authentication'] as const

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
  const { t, i18n } = useTranslation()
  const languageWords = useLanguageWords()
  const [accountId, setAccountId] = useState(template?.accountId ?? accounts[0]?.accountId ?? '')
  const [name, setName] = useState(template?.name ?? '')
  const [language, setLanguage] = useState(template?.language ?? i18n.language)
  const [category, setCategory] = useState(template?.category ?? 'utility')
  const [layout, setLayout] = useState<TemplateLayout>(template?.layout ?? EMPTY)
  const [samples, setSamples] = useState<Values>(() => Object.fromEntries((template?.variables ?? []).map(({ key, sample }) => [key, sample ?? undefined])))
  const [files, setFiles] = useState<Record<string, ChosenFile>>({})
  const written = JSON.stringify({ name, layout, samples, files: Object.keys(files) })
  const [before] = useState(written)
  const codes = category === 'authentication'
  const change = (part: Partial<TemplateLayout>) => setLayout((old) => ({ ...old, ...part }))
  const sent = codes ? { ...EMPTY, buttons: [layout.buttons.find(({ type }) => type === 'one-time-code') ?? CODE_BUTTON] } : layout
  const asked = codes ? [] : samplesOf(layout)
  const text = {
    category,
    version: template?.version,
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
    <Dialog wide title={template ? t('templates.editTitle', { name }) : t('templates.add')} unsaved={written !== before} onClose={onClose}>
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
                onChange={(value) => setLanguage(value ?? i18n.language)}
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
            <TemplateParts layout={layout} wrong={wrong} onChange={change} />
          )}
          {asked.length > 0 && (
            <fieldset className={styles.group}>
              <legend>{t('templates.samples')}</legend>
              <p className={styles.note}>{t('templates.samplesHint')}</p>
              {asked.map((key) => (
                <SampleField
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
