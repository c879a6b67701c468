import { Button, Group, Select } from '@mantine/core'
import { IconFileUpload, IconTableImport } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as calls from '../api/contactLists'
import { listQueries } from '../api/contactLists'
import type { ContactList } from '../api/types'
import { NotPermitted } from '../app/NotPermitted'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import { BackLink } from '../ui/BackLink'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { More } from '../ui/More'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { Trouble } from '../ui/Trouble'
import styles from './Contacts.module.css'
import { TONES } from './tones'

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1255', 'windows-1252'] as const
const SEPARATORS = ['comma', 'semicolon', 'tab'] as const

/** Files with contacts that were brought lately, and the way to bring another. */
export function ListsPage() {
  const { t } = useTranslation()
  const may = usePermissions()
  const [writing, write] = useState<calls.Writing>({})
  const list = useInfiniteQuery({ ...listQueries.all, enabled: may('IMPORT_CONTACTS') })
  const lists = list.data?.pages.flatMap((page) => page.items) ?? []
  if (!may('IMPORT_CONTACTS')) return <NotPermitted />
  return (
    <Page title={t('lists.title')} lead={t('lists.lead')}>
      <BackLink to="/contacts">{t('contacts.back')}</BackLink>
      <Bring writing={writing} onWriting={write} />
      <Card>
        {list.isPending ? (
          <LinesSkeleton />
        ) : list.error && lists.length === 0 ? (
          <Trouble error={list.error} onRetry={() => void list.refetch()} />
        ) : lists.length === 0 ? (
          <Empty icon={<IconTableImport />} title={t('lists.empty')} hint={t('lists.emptyHint')} />
        ) : (
          <Rows label={t('lists.title')}>
            {lists.map((one) => (
              <ListRow key={one.id} list={one} />
            ))}
          </Rows>
        )}
      </Card>
      <More of={list}>{t('lists.more')}</More>
    </Page>
  )
}

function Bring({ writing, onWriting }: { writing: calls.Writing; onWriting: (writing: calls.Writing) => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const bring = useChange({
    make: (file: File) => calls.bringContactList(file, writing),
    touches: [listQueries.all.queryKey],
    onDone: ({ list }) => void navigate({ to: '/contacts/lists/$listId', params: { listId: list.id } }),
    quiet: true,
  })
  return (
    <>
      <Group gap="xs" mb="sm" align="end">
        <Select
          size="xs"
          clearable
          label={t('lists.encoding')}
          placeholder={t('lists.asItLooks')}
          data={ENCODINGS.map((value) => ({ value, label: t(`lists.encodings.${value}`) }))}
          value={writing.encoding ?? null}
          onChange={(encoding) => onWriting({ ...writing, encoding: encoding ?? undefined })}
        />
        <Select
          size="xs"
          clearable
          label={t('lists.separator')}
          placeholder={t('lists.asItLooks')}
          data={SEPARATORS.map((value) => ({ value, label: t(`lists.separators.${value}`) }))}
          value={writing.separator ?? null}
          onChange={(separator) => onWriting({ ...writing, separator: separator ?? undefined })}
        />
        <Button size="xs" leftSection={<IconFileUpload size="1rem" />} loading={bring.isPending} onClick={() => input.current?.click()}>
          {t('lists.bring')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-label={t('lists.bring')}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) bring.mutate(file)
            currentTarget.value = ''
          }}
        />
      </Group>
      <Refusal error={bring.error} />
    </>
  )
}

function ListRow({ list: { id, fileName, state, rows, by, readAt, counts } }: { list: ContactList }) {
  const { t, i18n } = useTranslation()
  const moment = useMomentWords()
  const number = new Intl.NumberFormat(i18n.language)
  const become = (['added', 'changed', 'failed'] as const).filter((one) => counts[one] > 0)
  return (
    <Row
      icon={<IconTableImport size="1.125rem" />}
      name={
        <Link className={styles.link} to="/contacts/lists/$listId" params={{ listId: id }}>
          <bdi>{fileName}</bdi>
        </Link>
      }
      chips={<Chip tone={TONES[state]}>{t(`lists.state.${state}`)}</Chip>}
      facts={[
        t('lists.rows', { count: rows, number: number.format(rows) }),
        ...become.map((one) => <span key={one}>{`${t(`lists.become.${one}`)}: ${number.format(counts[one])}`}</span>),
        counts.bad > 0 && `${t('lists.counts.bad')}: ${number.format(counts.bad)}`,
        t('lists.broughtBy', { name: by }),
        moment(readAt),
      ]}
    />
  )
}
