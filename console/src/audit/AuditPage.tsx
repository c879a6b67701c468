import { Button, Table } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { AuditEntry } from '../api/types'
import { Empty } from '../ui/Empty'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { Card, Page } from '../ui/Page'
import { Moment } from '../ui/Time'
import { Trouble } from '../ui/Trouble'

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
        {entries.map(({ id, at, actor, action, subject }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Moment at={at} />
            </Table.Td>
            <Table.Td>
              <bdi>{actor?.name ?? t('audit.nobody')}</bdi>
            </Table.Td>
            <Table.Td>
              <bdi>{action}</bdi>
            </Table.Td>
            <Table.Td>
              <bdi>{subject}</bdi>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
