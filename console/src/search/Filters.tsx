import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { usePermissions } from '../session/me'
import { isNarrowed, WRITERS, type Search } from './filter'
import styles from './Search.module.css'

interface Props {
  search: Search
  onChange: (change: Search) => void
}

interface Option {
  id: string
  name: string
}

/** What is let through, kept in the address, so that it can be sent to a colleague. */
export function Filters({ search, onChange }: Props) {
  const { t } = useTranslation()
  const may = usePermissions()
  const { data: channels } = useQuery(queries.channels)
  const { data: departments } = useQuery(queries.departments)
  const { data: agents } = useQuery({ ...queries.agents, enabled: may('READ_USERS') })
  const nothing: Search = { channel: undefined, department: undefined, agent: undefined, by: undefined, from: undefined, to: undefined, file: undefined }
  const among = (by: 'channel' | 'department' | 'agent', options: Option[] | undefined) =>
    ((options?.length ?? 0) > 1 || search[by]) && (
      <Select
        className={styles.field}
        size="xs"
        clearable
        searchable
        aria-label={t(`search.${by}`)}
        placeholder={t(`search.${by}`)}
        nothingFoundMessage={t('search.noOption')}
        data={(options ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search[by] ?? null}
        onChange={(value) => onChange({ [by]: value ?? undefined })}
      />
    )
  return (
    <div className={styles.filters} role="group" aria-label={t('search.filters')}>
      <Select
        className={styles.field}
        size="xs"
        clearable
        aria-label={t('search.by')}
        placeholder={t('search.by')}
        data={WRITERS.map((value) => ({ value, label: t(`search.writer.${value}`) }))}
        value={search.by ?? null}
        onChange={(by) => onChange({ by: WRITERS.find((one) => one === by) })}
      />
      {among('agent', agents?.items)}
      {among('department', departments?.items)}
      {among('channel', channels?.items)}
      <Day at="from" search={search} onChange={onChange} />
      <Day at="to" search={search} onChange={onChange} />
      <Switch
        size="xs"
        label={t('search.file')}
        checked={search.file === true}
        onChange={({ currentTarget }) => onChange({ file: currentTarget.checked || undefined })}
      />
      {isNarrowed(search) && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange(nothing)}>
          {t('search.all')}
        </Button>
      )}
    </div>
  )
}

function Day({ at, search, onChange }: Props & { at: 'from' | 'to' }) {
  const { t } = useTranslation()
  return (
    <span className={styles.day}>
      <span aria-hidden>{t(`search.${at}`)}</span>
      <TextInput
        size="xs"
        type="date"
        aria-label={t(`search.${at}`)}
        min={at === 'to' ? search.from : undefined}
        max={at === 'from' ? search.to : undefined}
        value={search[at] ?? ''}
        onChange={({ currentTarget }) => onChange({ [at]: currentTarget.value || undefined })}
      />
    </span>
  )
}
