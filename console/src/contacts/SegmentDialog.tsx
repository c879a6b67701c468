import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { queries } from '../api/queries'
import * as calls from '../api/segments'
import { segmentQueries } from '../api/segments'
import type { Segment } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { COUNTRIES, LANGUAGES } from './codes'

const CONSENTS = ['opted-in', 'not-stopped'] as const

/** What the contacts in a segment have in common. */
export function SegmentDialog({ segment, onClose }: { segment?: Pick<Segment, 'id' | 'name' | 'criteria'>; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(queries.contactLabels)
  const { criteria } = segment ?? {}
  const form = useForm({
    initialValues: {
      name: segment?.name ?? '',
      labels: criteria?.labels ?? [],
      withoutLabels: criteria?.withoutLabels ?? [],
      languages: criteria?.languages ?? [],
      countries: criteria?.countries ?? [],
      seenWithinDays: criteria?.seenWithinDays ?? ('' as number | ''),
      notSeenForDays: criteria?.notSeenForDays ?? ('' as number | ''),
      neverContacted: criteria?.neverContacted ?? false,
      consent: criteria?.consent ?? null,
    },
    validate: { name: (name) => (name.trim() ? null : t('segments.nameMissing')) },
  })
  const save = useChange({
    make: ({ name, seenWithinDays, notSeenForDays, neverContacted, consent, ...words }: typeof form.values) => {
      const wanted = {
        ...words,
        seenWithinDays: seenWithinDays || undefined,
        notSeenForDays: notSeenForDays || undefined,
        neverContacted: neverContacted || undefined,
        consent: consent ?? undefined,
      }
      return segment ? calls.changeSegment(segment.id, name, wanted) : calls.addSegment(name, wanted)
    },
    touches: [segmentQueries.all.queryKey, ['segment']],
    said: t('contacts.saved'),
    onDone: onClose,
    quiet: true,
  })
  const names = (type: 'language' | 'region', codes: readonly string[]) => {
    const called = new Intl.DisplayNames(i18n.language, { type })
    return codes.map((value) => ({ value, label: called.of(value) ?? value }))
  }
  const labels = data?.items.map(({ name }) => name) ?? []
  const known = (some: string[]) => [...new Set([...labels, ...some])]
  return (
    <Dialog title={segment ? t('segments.editTitle', { name: segment.name }) : t('segments.addTitle')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit((wanted) => save.mutate(wanted))}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={80} autoComplete="off" label={t('segments.name')} {...form.getInputProps('name')} />
        <MultiSelect size="sm" searchable label={t('segments.labels')} data={known(form.values.labels)} {...form.getInputProps('labels')} />
        <MultiSelect size="sm" searchable label={t('segments.withoutLabels')} data={known(form.values.withoutLabels)} {...form.getInputProps('withoutLabels')} />
        <MultiSelect size="sm" searchable label={t('segments.languages')} data={names('language', LANGUAGES)} {...form.getInputProps('languages')} />
        <MultiSelect size="sm" searchable limit={60} label={t('segments.countries')} data={names('region', COUNTRIES)} {...form.getInputProps('countries')} />
        <Group grow align="end">
          <NumberInput size="sm" min={1} max={3650} allowDecimal={false} label={t('segments.seenWithin')} {...form.getInputProps('seenWithinDays')} />
          <NumberInput size="sm" min={1} max={3650} allowDecimal={false} label={t('segments.notSeenFor')} {...form.getInputProps('notSeenForDays')} />
        </Group>
        <Select
          size="sm"
          clearable
          label={t('segments.consent')}
          placeholder={t('segments.anyConsent')}
          data={CONSENTS.map((value) => ({ value, label: t(`segments.consents.${value}`) }))}
          {...form.getInputProps('consent')}
        />
        <Checkbox label={t('segments.neverContacted')} {...form.getInputProps('neverContacted', { type: 'checkbox' })} />
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('contacts.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
