import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleCondition } from '../api/types'
import { PRIORITIES } from './draft'
import styles from './Rules.module.css'
import type { Choice, Choices } from './useChoices'

interface Props {
  condition: RuleCondition
  choices: Choices
  name: string
  onChange: (change: Partial<RuleCondition>) => void
}

/** What one condition asks for. */
export function ConditionFields({ condition, choices, name, onChange }: Props) {
  const { t } = useTranslation()
  const words = condition.words ?? []
  const ids = condition.ids ?? []
  const several = { size: 'sm', searchable: true, limit: 80, 'aria-label': t('rules.valuesOf', { name }), placeholder: t('rules.anyOf') } as const
  switch (condition.type) {
    case 'words':
    case 'label':
    case 'contact_label':
      return (
        <TagsInput
          size="sm"
          dir="auto"
          maxTags={50}
          splitChars={[',']}
          acceptValueOnBlur
          aria-label={t('rules.valuesOf', { name })}
          description={condition.type === 'words' ? t('rules.wordsHint') : t('rules.tagsHint')}
          value={words}
          onChange={(next) => onChange({ words: next })}
        />
      )
    case 'channel':
      return <MultiSelect {...several} data={choices.channels} value={ids} onChange={(next) => onChange({ ids: next })} />
    case 'department':
      return <MultiSelect {...several} data={choices.departments} value={ids} onChange={(next) => onChange({ ids: next })} />
    case 'language':
      return <MultiSelect {...several} data={withAll(choices.languages, words, choices.language)} value={words} onChange={(next) => onChange({ words: next })} />
    case 'country':
      return <MultiSelect {...several} data={withAll(choices.countries, words, choices.country)} value={words} onChange={(next) => onChange({ words: next })} />
    case 'priority':
      return (
        <MultiSelect
          {...several}
          data={PRIORITIES.map((value) => ({ value, label: t(`skills.priority.${value}`) }))}
          value={words}
          onChange={(next) => onChange({ words: next })}
        />
      )
    case 'acquaintance':
      return (
        <Select
          size="sm"
          allowDeselect={false}
          aria-label={t('rules.valuesOf', { name })}
          data={[
            { value: 'new', label: t('rules.isNew') },
            { value: 'known', label: t('rules.isKnown') },
          ]}
          value={words[0] ?? null}
          onChange={(next) => next && onChange({ words: [next] })}
        />
      )
    case 'hours':
      return <HoursFields condition={condition} choices={choices} name={name} onChange={onChange} />
    case 'time_of_day':
      return <TimeFields condition={condition} choices={choices} name={name} onChange={onChange} />
  }
}

/** What is named already can be seen and taken away, also where it is not offered. */
const withAll = (offered: Choice[], words: readonly string[], nameOf: (code: string) => string) => [
  ...offered,
  ...words.filter((word) => !offered.some(({ value }) => value === word)).map((value) => ({ value, label: nameOf(value) })),
]

function HoursFields({ condition, choices, name, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.row}>
      <Select
        className={styles.grow}
        size="sm"
        label={t('rules.calendar')}
        placeholder={choices.calendars.length === 0 ? t('rules.noCalendars') : undefined}
        data={choices.calendars}
        value={condition.ids?.[0] ?? null}
        onChange={(next) => onChange({ ids: next ? [next] : [] })}
      />
      <Select
        size="sm"
        allowDeselect={false}
        label={t('rules.hoursOf', { name })}
        data={[
          { value: 'open', label: t('rules.isOpen') },
          { value: 'closed', label: t('rules.isClosed') },
        ]}
        value={condition.words?.[0] ?? null}
        onChange={(next) => next && onChange({ words: [next] })}
      />
    </div>
  )
}

function TimeFields({ condition: { from, to, timeZone }, onChange }: Props) {
  const { t } = useTranslation()
  const zones = useMemo(
    () => [...new Set([timeZone ?? 'UTC', 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    [timeZone],
  )
  return (
    <div className={styles.row}>
      <TextInput className={styles.short} size="sm" type="time" label={t('rules.from')} value={from ?? ''} onChange={({ currentTarget }) => onChange({ from: currentTarget.value || null })} />
      <TextInput className={styles.short} size="sm" type="time" label={t('rules.to')} value={to ?? ''} onChange={({ currentTarget }) => onChange({ to: currentTarget.value || null })} />
      <Select
        className={styles.grow}
        size="sm"
        searchable
        limit={80}
        allowDeselect={false}
        label={t('calendars.timeZone')}
        data={zones}
        value={timeZone ?? null}
        onChange={(next) => next && onChange({ timeZone: next })}
      />
    </div>
  )
}
