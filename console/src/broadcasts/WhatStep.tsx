import { Checkbox, Select, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { TemplatePreview, type ChosenFile } from '../templates/TemplatePreview'
import { useLanguageWords } from '../templates/useLanguageWords'
import { ValueField } from '../templates/ValueField'
import { Loaded } from '../ui/Loaded'
import { Trouble } from '../ui/Trouble'
import styles from './Broadcasts.module.css'
import { asked, isText, shown } from './draft'
import type { StepProps } from './NewBroadcastPage'
import { SlotField } from './SlotField'

/** The template, what is put into it, and how it will look. */
export function WhatStep({ draft, tried, put }: StepProps) {
  const { t } = useTranslation()
  const channels = useQuery(queries.channels)
  const numbers = channels.data?.items.filter(({ disconnectedAt }) => !disconnectedAt) ?? []
  // Whoever has one number need not choose it.
  const only = numbers.length === 1 && !draft.channelId ? numbers[0]!.id : undefined
  useEffect(() => {
    if (only) put({ channelId: only })
  }, [only, put])
  const missing = (is: unknown) => (tried && !is ? t('broadcasts.missing') : undefined)
  return (
    <Loaded of={channels}>
      {() => (
        <div className={styles.columns}>
          <div className={styles.slot}>
            <TextInput
              size="sm"
              dir="auto"
              maxLength={80}
              autoComplete="off"
              withAsterisk
              label={t('broadcasts.name')}
              description={t('broadcasts.nameHint')}
              error={missing(draft.name.trim())}
              value={draft.name}
              onChange={({ currentTarget }) => put({ name: currentTarget.value })}
            />
            <Select
              size="sm"
              withAsterisk
              allowDeselect={false}
              label={t('broadcasts.number')}
              error={missing(draft.channelId)}
              data={numbers.map(({ id, name }) => ({ value: id, label: name }))}
              value={draft.channelId}
              onChange={(channelId) => put({ channelId, template: null, slots: {} })}
            />
            {draft.channelId && <TemplateChoice draft={draft} tried={tried} put={put} channel={draft.channelId} />}
          </div>
          {draft.template && <Preview draft={draft} />}
        </div>
      )}
    </Loaded>
  )
}

function TemplateChoice({ draft, tried, put, channel }: StepProps & { channel: string }) {
  const { t } = useTranslation()
  const languageWords = useLanguageWords()
  const [words, setWords] = useState('')
  const templates = useInfiniteQuery(queries.templates({ channel, status: 'approved', q: words || undefined }))
  const failure = templates.data ? null : templates.error
  const found = templates.data?.pages.flatMap(({ items }) => items) ?? []
  const known = draft.template && !found.some(({ id }) => id === draft.template?.id) ? [draft.template, ...found] : found
  const versions = known.filter(({ name }) => name === draft.template?.name)
  return (
    <>
      <Select
        size="sm"
        withAsterisk
        searchable
        allowDeselect={false}
        label={t('broadcasts.template')}
        loading={templates.isPending}
        nothingFoundMessage={failure ? undefined : t(templates.isPending ? 'broadcasts.templatesComing' : 'broadcasts.noTemplate')}
        error={tried && !draft.template ? t('broadcasts.missing') : undefined}
        data={known.map(({ id, name, language }) => ({ value: id, label: `${name} · ${languageWords(language)}` }))}
        value={draft.template?.id ?? null}
        onSearchChange={(typed) => setWords(known.some(({ name }) => typed.startsWith(`${name} ·`)) ? '' : typed.trim())}
        onChange={(id) => put({ template: known.find((one) => one.id === id) ?? null, slots: {} })}
      />
      {failure && <Trouble error={failure} onRetry={() => void templates.refetch()} />}
      {versions.length > 1 && (
        <Checkbox
          label={t('broadcasts.byLanguage')}
          description={t('broadcasts.byLanguageHint', { languages: versions.map(({ language }) => languageWords(language)).join(', ') })}
          checked={draft.byLanguage}
          onChange={({ currentTarget }) => put({ byLanguage: currentTarget.checked })}
        />
      )}
      {draft.template && <Slots draft={draft} tried={tried} put={put} />}
    </>
  )
}

function Slots({ draft, tried, put }: StepProps) {
  const { t } = useTranslation()
  const variables = draft.template ? asked(draft.template) : []
  if (variables.length === 0) return <p className={styles.note}>{t('template.nothingToFill')}</p>
  return variables.map((variable) => {
    const slot = draft.slots[variable.key] ?? {}
    const give = (change: typeof slot) => put({ slots: { ...draft.slots, [variable.key]: change } })
    return isText(variable) ? (
      <SlotField key={variable.key} variable={variable} slot={slot} tried={tried} onGiven={give} />
    ) : (
      <ValueField
        key={variable.key}
        variable={variable}
        value={slot.text ?? ''}
        file={chosen.get(slot.text ?? '')}
        tried={tried}
        onGiven={(_, text, file) => {
          if (file) chosen.set(text, file)
          give({ text })
        }}
      />
    )
  })
}

/** What files looked like when they were chosen, as long as the console is open. */
const chosen = new Map<string, ChosenFile>()

export function Preview({ draft: { template, slots } }: Pick<StepProps, 'draft'>) {
  const { t } = useTranslation()
  return template && <TemplatePreview layout={template.layout} values={shown(slots, (field) => t(`broadcasts.fields.${field}`))} files={Object.fromEntries(chosen)} />
}
