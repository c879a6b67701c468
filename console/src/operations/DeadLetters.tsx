import { Button, Group, Table } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCircleCheck } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import type { DeadLetter } from '../api/types'
import { useSizeWords } from '../thread/useSizeWords'
import { ask } from '../ui/ask'
import { Empty } from '../ui/Empty'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { Card } from '../ui/Page'
import { Moment } from '../ui/Time'
import { Trouble } from '../ui/Trouble'
import styles from './DeadLetters.module.css'

export function DeadLetters() {
  const { t } = useTranslation()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(queries.deadLetters)
  const letters = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section>
      <h2 className={styles.title}>{t('operations.deadLetters')}</h2>
      <p className={styles.lead}>{t('operations.deadLettersLead')}</p>
      <Card>
        {isPending ? (
          <LinesSkeleton />
        ) : error && letters.length === 0 ? (
          <Trouble error={error} onRetry={() => void refetch()} />
        ) : letters.length === 0 ? (
          <Empty icon={<IconCircleCheck />} title={t('operations.empty')} hint={t('operations.emptyHint')} />
        ) : (
          <Letters letters={letters} />
        )}
      </Card>
      {hasNextPage && (
        <Button mt="md" variant="default" onClick={() => void fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </section>
  )
}

function Letters({ letters }: { letters: DeadLetter[] }) {
  const { t } = useTranslation()
  const columns = ['received', 'failed', 'reason', 'attempts', 'size', 'actions'] as const
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column}>{t(`operations.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {letters.map((letter) => (
          <Letter key={letter.id} letter={letter} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function useHandled(words: string) {
  const client = useQueryClient()
  return () => {
    notifications.show({ message: words })
    void client.invalidateQueries({ queryKey: queries.deadLetters.queryKey })
    void client.invalidateQueries({ queryKey: queries.operations.queryKey })
  }
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation()
  const sizeWords = useSizeWords()
  const replay = useMutation({ mutationFn: calls.replayDeadLetter, onSuccess: useHandled(t('operations.replayed')) })
  const discard = useMutation({ mutationFn: calls.discardDeadLetter, onSuccess: useHandled(t('operations.discarded')) })
  const words = { title: t('operations.confirmDiscard'), text: t('operations.confirmDiscardText'), yes: t('operations.discard') }
  const discardIfMeant = async () => (await ask({ ...words, grave: true })) && discard.mutate(letter.id)
  return (
    <Table.Tr>
      <Table.Td>
        <Moment at={letter.receivedAt} />
      </Table.Td>
      <Table.Td>
        <Moment at={letter.failedAt} />
      </Table.Td>
      <Table.Td>
        <bdi>{letter.reason}</bdi>
      </Table.Td>
      <Table.Td className="figures">{letter.attempts}</Table.Td>
      <Table.Td className="figures">{sizeWords(letter.size)}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Button size="compact-xs" variant="light" loading={replay.isPending} onClick={() => replay.mutate(letter.id)}>
            {t('operations.replay')}
          </Button>
          <Button size="compact-xs" variant="default" loading={discard.isPending} onClick={() => void discardIfMeant()}>
            {t('operations.discard')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
