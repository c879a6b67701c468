import { Button, Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconAddressBook, IconFilter, IconSearch, IconTableImport } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactsQuery } from '../api/contacts'
import { queries } from '../api/queries'
import type { Contact } from '../api/types'
import { usePermissions } from '../session/me'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Face } from '../ui/Face'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { More } from '../ui/More'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { Trouble } from '../ui/Trouble'
import styles from './Contacts.module.css'
import { ExportButton } from './ExportButton'
import { useName } from './useName'

const route = getRouteApi('/shell/contacts')

/** Everybody who wrote to the business. */
export function ContactsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const list = useInfiniteQuery({ ...queries.contacts(search), placeholderData: keepPreviousData })
  const contacts = list.data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = Boolean(search.q ?? search.label)
  return (
    <Page title={t('contacts.title')} lead={t('contacts.lead')} action={<Ways label={search.label} />}>
      <Filters search={search} />
      <Card>
        {list.isPending ? (
          <LinesSkeleton />
        ) : list.error && contacts.length === 0 ? (
          <Trouble error={list.error} onRetry={() => void list.refetch()} />
        ) : contacts.length === 0 ? (
          <Empty
            icon={<IconAddressBook />}
            title={isFiltered ? t('contacts.nothing') : t('contacts.empty')}
            hint={isFiltered ? t('contacts.nothingHint') : t('contacts.emptyHint')}
          />
        ) : (
          <Rows label={t('contacts.list')}>
            {contacts.map((contact) => (
              <ContactRow key={contact.id} contact={contact} />
            ))}
          </Rows>
        )}
      </Card>
      <More of={list}>{t('contacts.more')}</More>
    </Page>
  )
}

function Ways({ label }: { label?: string }) {
  const { t } = useTranslation()
  const may = usePermissions()
  return (
    <Group gap="xs">
      {may('MANAGE_AUDIENCES') && (
        <Button variant="default" leftSection={<IconFilter size="1rem" />} renderRoot={(props) => <Link to="/contacts/segments" {...props} />}>
          {t('segments.title')}
        </Button>
      )}
      {may('IMPORT_CONTACTS') && (
        <Button variant="default" leftSection={<IconTableImport size="1rem" />} renderRoot={(props) => <Link to="/contacts/lists" {...props} />}>
          {t('lists.title')}
        </Button>
      )}
      <ExportButton ofLabel={label}>{t('contacts.export')}</ExportButton>
    </Group>
  )
}

function Filters({ search }: { search: ContactsQuery }) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const { data: labels } = useQuery(queries.contactLabels)
  const [words, setWords] = useState(search.q ?? '')
  const put = (change: ContactsQuery) => void navigate({ search: { ...search, ...change }, replace: true })
  const find = useDebouncedCallback((q: string) => put({ q: q.trim() || undefined }), 250)
  return (
    <Group gap="xs" mb="sm" role="search">
      <TextInput
        flex="1 1 14rem"
        size="xs"
        classNames={{ input: 'plain-words' }}
        leftSection={<IconSearch size="1rem" />}
        aria-label={t('contacts.search')}
        placeholder={t('contacts.search')}
        value={words}
        onChange={({ currentTarget }) => {
          setWords(currentTarget.value)
          find(currentTarget.value)
        }}
      />
      <Select
        size="xs"
        clearable
        searchable
        aria-label={t('contacts.label')}
        placeholder={t('contacts.anyLabel')}
        data={labels?.items.map(({ name }) => name) ?? []}
        value={search.label ?? null}
        onChange={(label) => put({ label: label ?? undefined })}
      />
    </Group>
  )
}

function ContactRow({ contact }: { contact: Contact }) {
  const { t } = useTranslation()
  const moment = useMomentWords()
  const name = useName()(contact)
  return (
    <Row
      icon={<Face name={name} seed={contact.id} />}
      name={
        <Link className={styles.link} to="/contacts/$contactId" params={{ contactId: contact.id }}>
          <bdi>{name}</bdi>
        </Link>
      }
      chips={contact.labels.slice(0, 3).map((label) => (
        <Chip key={label}>
          <bdi>{label}</bdi>
        </Chip>
      ))}
      facts={[
        contact.name && contact.phone && (
          <bdi key="phone" dir="ltr">
            {contact.phone}
          </bdi>
        ),
        contact.username && <bdi key="username">{contact.username}</bdi>,
        contact.hasWritten ? t('contacts.lastSeen', { time: moment(contact.lastSeenAt) }) : t('contacts.notYet'),
      ]}
    />
  )
}
