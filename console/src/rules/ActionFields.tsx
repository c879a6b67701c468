import { Checkbox, NativeSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RuleAction } from '../api/types'
import { LEVELS } from '../routing/levels'
import { PRIORITIES } from './draft'
import styles from './Rules.module.css'
import type { Choice, Choices } from './useChoices'

interface Props {
  action: RuleAction
  choices: Choices
  name: string
  onChange: (change: Partial<RuleAction>) => void
}

/** What one action needs to be told. */
export function ActionFields({ action, choices, name, onChange }: Props) {
  const { t } = useTranslation()
  const label = t('rules.valuesOf', { name })
  const one = (data: Choice[]) => (
    <Select size="sm" searchable limit={80} aria-label={label} placeholder={t('rules.choose')} data={data} value={action.id ?? null} onChange={(id) => onChange({ id })} />
  )
  switch (action.type) {
    case 'department':
      return one(choices.departments)
    case 'agent':
      return one(choices.agents)
    case 'user':
      return one(choices.users)
    case 'managers':
      return <p className={styles.hint}>{t('rules.managersHint')}</p>
    case 'priority':
      return (
        <Select
          size="sm"
          allowDeselect={false}
          aria-label={label}
          data={PRIORITIES.map((value) => ({ value, label: t(`skills.priority.${value}`) }))}
          value={action.priority ?? null}
          onChange={(priority) => priority && onChange({ priority })}
        />
      )
    case 'labels':
      return (
        <TagsInput
          size="sm"
          dir="auto"
          maxTags={20}
          splitChars={[',']}
          acceptValueOnBlur
          aria-label={label}
          description={t('rules.tagsHint')}
          value={action.labels ?? []}
          onChange={(labels) => onChange({ labels })}
        />
      )
    case 'skill':
      return (
        <div className={styles.row}>
          <div className={styles.grow}>{one(choices.skills)}</div>
          <NativeSelect
            size="sm"
            label={t('rules.level')}
            value={String(action.level ?? 1)}
            data={LEVELS.map((level) => ({ value: String(level), label: t('skills.atLeast', { level }) }))}
            onChange={({ currentTarget }) => onChange({ level: Number(currentTarget.value) })}
          />
          <Checkbox label={t('rules.required')} checked={action.required ?? false} onChange={({ currentTarget }) => onChange({ required: currentTarget.checked })} />
        </div>
      )
    case 'text':
      return (
        <>
          <Textarea size="sm" dir="ltr" autosize minRows={2} maxLength={4096} label={t('rules.english')} value={action.english ?? ''} onChange={({ currentTarget }) => onChange({ english: currentTarget.value || null })} />
          <Textarea size="sm" dir="rtl" autosize minRows={2} maxLength={4096} label={t('rules.hebrew')} description={t('rules.textHint')} value={action.hebrew ?? ''} onChange={({ currentTarget }) => onChange({ hebrew: currentTarget.value || null })} />
        </>
      )
    case 'webhook':
      return (
        <TextInput
          size="sm"
          dir="ltr"
          type="url"
          maxLength={2000}
          autoComplete="off"
          aria-label={label}
          description={t('rules.webhookHint')}
          value={action.url ?? ''}
          onChange={({ currentTarget }) => onChange({ url: currentTarget.value || null })}
        />
      )
  }
}
