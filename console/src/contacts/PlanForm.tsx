import { Button, Checkbox, MultiSelect, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as calls from '../api/contactLists'
import type { ContactList, ListPlan } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { Padded, Section } from '../ui/Page'
import { COUNTRIES } from './codes'

const OPT_INS = ['nobody', 'everybody', 'column', 'withdrawn'] as const

interface Props {
  list: ContactList
  lines: string[][]
  /** Whether the counts are of another plan than the one on screen. */
  onStale: (isStale: boolean) => void
  onChecked: () => void
}

/** What the columns of a file mean, and what holds for everybody in it. */
export function PlanForm({ list, lines, onStale, onChecked }: Props) {
  const { t, i18n } = useTranslation()
  const { plan } = list
  const text = (column: number | null) => (column === null ? null : String(column))
  const form = useForm({
    initialValues: {
      headed: plan.headed,
      phone: String(plan.phone),
      names: plan.names.map(String),
      language: text(plan.language),
      labels: text(plan.labels),
      country: plan.country,
      label: plan.label ?? '',
      optIn: plan.optIn,
      optInColumn: text(plan.optInColumn),
      optInWords: plan.optInWords ?? '',
      renames: plan.renames,
    },
    validate: {
      optInWords: (words, { optIn }) => (optIn !== 'nobody' && !words.trim() ? t('lists.missing') : null),
      optInColumn: (column, { optIn }) => (optIn === 'column' && column === null ? t('lists.missing') : null),
    },
  })
  const isStale = form.isDirty()
  useEffect(() => onStale(isStale), [isStale, onStale])
  const check = useChange({
    make: (values: typeof form.values) => calls.checkContactList(list.id, planOf(values)),
    touches: [['contact-list', list.id], ['contact-lists']],
    onDone: () => {
      form.resetDirty()
      onChecked()
    },
    quiet: true,
  })
  const { headed, optIn } = form.values
  const columns = Array.from({ length: list.columns }, (_, place) => ({
    value: String(place),
    label: (headed && lines[0]?.[place]) || t('lists.column', { number: place + 1 }),
  }))
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' })
  const countries = COUNTRIES.map((value) => ({ value, label: regions.of(value) ?? value }))
  const optional = { size: 'sm', clearable: true, placeholder: t('lists.none'), data: columns } as const
  return (
    <Section title={t('lists.meaning')}>
      <Padded>
        <Fields onSubmit={form.onSubmit((values) => check.mutate(values))}>
          <Checkbox label={t('lists.headed')} {...form.getInputProps('headed', { type: 'checkbox' })} />
          <Select size="sm" allowDeselect={false} label={t('lists.phone')} data={columns} {...form.getInputProps('phone')} />
          <Select size="sm" searchable clearable limit={60} label={t('lists.country')} placeholder={t('lists.none')} data={countries} {...form.getInputProps('country')} />
          <MultiSelect size="sm" label={t('lists.names')} description={t('lists.namesHint')} data={columns} {...form.getInputProps('names')} />
          <Select {...optional} label={t('lists.language')} {...form.getInputProps('language')} />
          <Select {...optional} label={t('lists.labels')} description={t('lists.labelsHint')} {...form.getInputProps('labels')} />
          <TextInput size="sm" dir="auto" maxLength={40} autoComplete="off" label={t('lists.label')} description={t('lists.labelForAllHint')} {...form.getInputProps('label')} />
          <Radio.Group label={t('lists.optIn')} {...form.getInputProps('optIn')}>
            <Stack gap="xs" mt="xs">
              {OPT_INS.map((value) => (
                <Radio key={value} value={value} label={t(`lists.optIns.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {optIn === 'column' && <Select {...optional} label={t('lists.optInColumn')} {...form.getInputProps('optInColumn')} />}
          {optIn !== 'nobody' && (
            <Textarea
              size="sm"
              dir="auto"
              autosize
              maxLength={500}
              label={t('lists.optInWords')}
              description={t('lists.optInWordsHint')}
              {...form.getInputProps('optInWords')}
            />
          )}
          <Checkbox label={t('lists.renames')} {...form.getInputProps('renames', { type: 'checkbox' })} />
          <Refusal error={check.error} />
          <Button type="submit" size="sm" variant={list.state === 'checked' && !isStale ? 'default' : 'filled'} loading={check.isPending}>
            {t(list.state === 'checked' ? 'lists.checkAgain' : 'lists.check')}
          </Button>
        </Fields>
      </Padded>
    </Section>
  )
}

interface Values {
  headed: boolean
  phone: string
  names: string[]
  language: string | null
  labels: string | null
  country: string | null
  label: string
  optIn: (typeof OPT_INS)[number]
  optInColumn: string | null
  optInWords: string
  renames: boolean
}

function planOf({ phone, names, language, labels, country, label, optIn, optInColumn, optInWords, ...rest }: Values): ListPlan {
  const column = (value: string | null) => (value === null ? undefined : Number(value))
  return {
    ...rest,
    phone: Number(phone),
    names: names.map(Number),
    language: column(language),
    labels: column(labels),
    country: country ?? undefined,
    label: label.trim() || undefined,
    optIn,
    optInColumn: optIn === 'column' ? column(optInColumn) : undefined,
    optInWords: optIn === 'nobody' ? undefined : optInWords.trim(),
  }
}
