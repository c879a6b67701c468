import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCircleCheck, IconMailOff } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import type { DeadLetter } from '../api/types'
import { useSizeWords } from '../thread/useSizeWords'
import { ask } from '../ui/ask'
import { Empty } from '../ui/Empty'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { More } from '../ui/More'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { Trouble } from '../ui/Trouble'

export function DeadLetters() {
  const { t } = useTranslation()
  const dead = useInfiniteQuery(queries.deadLetters)
  const { data, error, isPending, refetch } = dead
  const letters = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <Section title={t('operations.deadLetters')} lead={t('operations.deadLettersLead')}>
        {isPending ? (
          <LinesSkeleton />
        ) : error && letters.length === 0 ? (
          <Trouble error={error} onRetry={() => void refetch()} />
        ) : letters.length === 0 ? (
          <Empty icon={<IconCircleCheck />} title={t('operations.empty')} hint={t('operations.emptyHint')} />
        ) : (
          <Rows label={t('operations.deadLetters')}>
            {letters.map((letter) => (
              <Letter key={letter.id} letter={letter} />
            ))}
          </Rows>
        )}
      </Section>
      <More of={dead}>{t('audit.more')}</More>
    </>
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
  const momentWords = useMomentWords()
  const replay = useMutation({ mutationFn: calls.replayDeadLetter, onSuccess: useHandled(t('operations.replayed')) })
  const discard = useMutation({ mutationFn: calls.discardDeadLetter, onSuccess: useHandled(t('operations.discarded')) })
  const words = { title: t('operations.confirmDiscard'), text: t('operations.confirmDiscardText'), yes: t('operations.discard') }
  const discardIfMeant = async () => (await ask({ ...words, grave: true })) && discard.mutate(letter.id)
  return (
    <Row
      icon={<IconMailOff />}
      name={<bdi>{letter.reason}</bdi>}
      facts={[
        t('operations.received', { time: momentWords(letter.receivedAt) }),
        t('operations.failed', { time: momentWords(letter.failedAt) }),
        t('operations.attempts', { count: letter.attempts }),
        sizeWords(letter.size),
      ]}
    >
      <Button variant="light" loading={replay.isPending} onClick={() => replay.mutate(letter.id)}>
        {t('operations.replay')}
      </Button>
      <Button variant="default" loading={discard.isPending} onClick={() => void discardIfMeant()}>
        {t('operations.discard')}
      </Button>
    </Row>
  )
}
