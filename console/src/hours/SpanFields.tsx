import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { newSpan, turnsRound, type SpanDraft } from './draft'
import styles from './Hours.module.css'
import type { Wrong } from './useWrong'

interface Props {
  /** Of which day. */
  of: string
  /** As the server calls it. */
  field: string
  spans: SpanDraft[]
  wrong: Wrong
  onChange: (spans: SpanDraft[]) => void
}

/** When it is open on one day: as many spans as there are, none where it is closed. */
export function SpanFields({ of, field, spans, wrong, onChange }: Props) {
  const { t } = useTranslation()
  const put = (index: number, change: Partial<SpanDraft>) => onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)))
  const trouble = wrong(field)
  return (
    <div className={styles.spans}>
      {spans.length === 0 && <span className={styles.closed}>{t('calendars.closed')}</span>}
      {spans.map((span, index) => (
        <SpanRow
          key={index}
          of={of}
          number={index + 1}
          span={span}
          trouble={wrong(`${field}.${index}`) ?? wrong(`${field}.${index}.from`) ?? wrong(`${field}.${index}.to`)}
          onChange={(change) => put(index, change)}
          onRemove={() => onChange(spans.filter((_, at) => at !== index))}
        />
      ))}
      {trouble && (
        <span className={styles.trouble} role="alert">
          {trouble}
        </span>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size="0.875rem" />}
        aria-label={t('calendars.addSpanTo', { day: of })}
        onClick={() => onChange([...spans, newSpan(spans)])}
      >
        {t('calendars.addSpan')}
      </Button>
    </div>
  )
}

interface RowProps {
  of: string
  number: number
  span: SpanDraft
  trouble: string | undefined
  onChange: (change: Partial<SpanDraft>) => void
  onRemove: () => void
}

function SpanRow({ of, number, span, trouble, onChange, onRemove }: RowProps) {
  const { t } = useTranslation()
  const end = (which: 'from' | 'to') => (
    <TextInput
      className={styles.time}
      size="sm"
      type="time"
      aria-label={t(`calendars.${which}Of`, { day: of, number })}
      error={Boolean(trouble)}
      value={span[which]}
      onChange={({ currentTarget }) => onChange({ [which]: currentTarget.value })}
    />
  )
  return (
    <div className={styles.span} role="group" aria-label={t('calendars.spanOf', { day: of, number })}>
      {end('from')}
      <span aria-hidden>–</span>
      {end('to')}
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('calendars.removeSpan', { day: of, number })} onClick={onRemove}>
        <IconX size="1rem" />
      </ActionIcon>
      {turnsRound(span) && (
        <Checkbox
          size="sm"
          label={t('calendars.pastMidnight')}
          checked={span.nextDay}
          onChange={({ currentTarget }) => onChange({ nextDay: currentTarget.checked })}
        />
      )}
      {trouble && (
        <span className={styles.trouble} role="alert">
          {trouble}
        </span>
      )}
    </div>
  )
}
