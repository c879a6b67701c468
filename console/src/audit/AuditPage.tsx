import { Button, Table } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { AuditEntry } from '../api/types'
import type { audit } from '../i18n/en/pages/audit'
import { usePermissions } from '../session/me'
import { Empty } from '../ui/Empty'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { Card, Page } from '../ui/Page'
import { Moment } from '../ui/Time'
import { Trouble } from '../ui/Trouble'
import styles from './AuditPage.module.css'

export function AuditPage() {
  const { t } = useTranslation()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(queries.audit)
  const entries = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <Card>
        {isPending ? (
          <LinesSkeleton />
        ) : error && entries.length === 0 ? (
          <Trouble error={error} onRetry={() => void refetch()} />
        ) : entries.length === 0 ? (
          <Empty icon={<IconHistory />} title={t('audit.empty')} hint={t('audit.emptyHint')} />
        ) : (
          <Entries entries={entries} />
        )}
      </Card>
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </Page>
  )
}

function Entries({ entries }: { entries: AuditEntry[] }) {
  const { t } = useTranslation()
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('audit.at')}</Table.Th>
          <Table.Th>{t('audit.actor')}</Table.Th>
          <Table.Th>{t('audit.action')}</Table.Th>
          <Table.Th>{t('audit.subject')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Entry({ entry: { at, actor, action, subject } }: { entry: AuditEntry }) {
  const { t } = useTranslation()
  const words = useActionWords()
  const may = usePermissions()
  return (
    <Table.Tr>
      <Table.Td>
        <Moment at={at} />
      </Table.Td>
      <Table.Td>
        <bdi>{actor?.name ?? t('audit.nobody')}</bdi>
      </Table.Td>
      <Table.Td>
        <bdi>{words(action)}</bdi>
      </Table.Td>
      <Table.Td>
        {subject && action.startsWith('conversation.') && may('READ_CONVERSATIONS') && (
          <Link className={styles.link} to="/inbox/$view/$conversationId" params={{ view: 'open', conversationId: subject }}>
            {t('audit.show')}
          </Link>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

type Did = typeof audit.did
type Known = { [Room in keyof Did & string]: `${Room}.${keyof Did[Room] & string}` }[keyof Did & string]

/** What was done, in words where there are any and else by its name. */
function useActionWords() {
  const { t, i18n } = useTranslation()
  const isKnown = (action: string): action is Known => i18n.exists(`audit.did.${action}`)
  return (action: string) => (isKnown(action) ? t(`audit.did.${action}`) : action)
}
