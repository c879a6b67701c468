import { MultiSelect, Switch, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { DepartmentDraft } from './departmentDraft'

type Form = UseFormReturnType<DepartmentDraft>
const number = { size: 'sm', inputMode: 'numeric', autoComplete: 'off', maxLength: 6 } as const

/** How agents are asked. */
export function AskingFields({ form }: { form: Form }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput {...number} label={t('offers.asking')} {...form.getInputProps('asking')} />
      <TextInput {...number} label={t('offers.misses')} description={t('offers.missesHint')} {...form.getInputProps('misses')} />
    </>
  )
}

/** For whom something is kept. */
export function KeepingFields({ form }: { form: Form }) {
  const { t } = useTranslation()
  return (
    <>
      <Switch size="sm" label={t('offers.keep')} description={t('offers.keepHint')} {...form.getInputProps('keeps', { type: 'checkbox' })} />
      {form.values.keeps && (
        <>
          <TextInput {...number} label={t('offers.within')} {...form.getInputProps('within')} />
          <TextInput {...number} label={t('offers.longest')} description={t('offers.longestHint')} {...form.getInputProps('longest')} />
        </>
      )}
    </>
  )
}

/** Who else gets what waits for long. */
export function OverflowFields({ form, own, isCircle }: { form: Form; own: string; isCircle: boolean }) {
  const { t } = useTranslation()
  const { data } = useQuery(queries.departments)
  const others = (data?.items ?? []).filter(({ id }) => id !== own)
  const { error, ...to } = form.getInputProps('overflowTo') as { error?: string }
  return (
    <>
      <MultiSelect
        size="sm"
        label={t('offers.overflow')}
        description={t('offers.overflowHint')}
        placeholder={t('offers.overflowFind')}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        nothingFoundMessage={t('offers.noDepartment')}
        {...to}
        error={isCircle ? t('offers.circle') : error}
        errorProps={{ role: 'alert' }}
      />
      {form.values.overflowTo.length > 0 && <TextInput {...number} label={t('offers.after')} {...form.getInputProps('after')} />}
    </>
  )
}
