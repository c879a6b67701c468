import { Button, Menu, Select, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import * as people from '../api/people'
import { peopleQueries } from '../api/people'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import { save } from '../ui/save'
import { filterOf, type AuditSearch } from './filter'
import styles from './Filters.module.css'

const ROOMS = [
  'access', 'signin', 'invitation', 'conversation', 'media', 'channel', 'template', 'metaapp', 'contact', 'contactlist', 'audience', 'agent', 'routing', 'greeting', 'canned', 'rule', 'audit', 'operations',
] as const // prettier-ignore

/** What of the log is shown, kept in the address, so that it can be sent to a colleague. */
export function Filters({ search }: { search: AuditSearch }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const navigate = useNavigate()
  const { data: users } = useQuery({ ...peopleQueries.allUsers, enabled: may('READ_USERS') })
  const put = (change: AuditSearch) => void navigate({ to: '/activity', search: { ...search, ...change }, replace: true })
  const rooms: string[] = [...ROOMS]
  const kinds = search.action && !rooms.includes(search.action) ? [...rooms, search.action] : rooms
  const isRoom = (kind: string): kind is (typeof ROOMS)[number] => (ROOMS as readonly string[]).includes(kind)
  return (
    <div className={styles.filters} role="search" aria-label={t('audit.filter')}>
      <Select
        className={styles.field}
        label={t('audit.kind')}
        placeholder={t('audit.any')}
        clearable
        data={kinds.map((kind) => ({ value: kind, label: isRoom(kind) ? t(`audit.room.${kind}`) : kind }))}
        value={search.action ?? null}
        onChange={(action) => put({ action: action ?? undefined })}
      />
      {may('READ_USERS') && (
        <Select
          className={styles.field}
          label={t('audit.person')}
          placeholder={t('audit.anybody')}
          clearable
          searchable
          data={(users?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={search.user ?? null}
          onChange={(user) => put({ user: user ?? undefined })}
        />
      )}
      <TextInput
        type="date"
        label={t('audit.from')}
        max={search.to}
        value={search.from ?? ''}
        onChange={(event) => put({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        min={search.from}
        value={search.to ?? ''}
        onChange={(event) => put({ to: event.currentTarget.value || undefined })}
      />
      {Object.values(search).some(Boolean) && (
        <Button variant="subtle" onClick={() => void navigate({ to: '/activity', search: {}, replace: true })}>
          {t('audit.all')}
        </Button>
      )}
    </div>
  )
}

/** Everything the filter lets through, as a file. */
export function Export({ search }: { search: AuditSearch }) {
  const { t } = useTranslation()
  const take = useChange({
    make: async (format: 'csv' | 'jsonl') => save(await people.exportAudit(filterOf(search), format), `activity.${format}`),
    touches: [['audit']],
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size="1rem" />} loading={take.isPending}>
          {t('audit.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'jsonl'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => take.mutate(format)}>
            {t(`audit.as.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
