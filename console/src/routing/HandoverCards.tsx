import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import { refreshConversation, refreshTimeline } from '../api/cache'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Handover } from '../api/types'
import { useContactName } from '../contact/useContactName'
import { useMe } from '../session/me'
import { useNow } from '../ui/clock'
import styles from './HandoverCards.module.css'

/** What colleagues ask one to take over, and what one has asked oneself, each until its time is over. */
export default function HandoverCards({ handovers }: { handovers: Handover[] }) {
  const { t } = useTranslation()
  const now = useNow()
  const open = handovers.filter(({ endsAt }) => Date.parse(endsAt) > now)
  if (open.length === 0) return null
  return (
    <section className={styles.group} aria-label={t('transfers.requests')}>
      {open.map((handover) => (
        <Card key={handover.id} handover={handover} seconds={Math.floor((Date.parse(handover.endsAt) - now) / 1000)} />
      ))}
    </section>
  )
}

function Card({ handover, seconds }: { handover: Handover; seconds: number }) {
  const { t } = useTranslation()
  const { user } = useMe()
  const { data: conversation } = useQuery(queries.conversation(handover.conversationId))
  const nameOf = useContactName()
  const contact = conversation ? nameOf(conversation.contact) : t('transfers.someone')
  const isMine = handover.agent.id === user.id
  const accept = useAnswer(handover, routing.acceptHandover)
  const end = useAnswer(handover, routing.endHandover)
  return (
    <div className={styles.card} role={isMine ? 'alert' : 'status'}>
      <p className={styles.line}>{isMine ? t('transfers.asks', { name: handover.askedBy.name }) : t('transfers.waitsFor', { name: handover.agent.name })}</p>
      <Link className={styles.contact} to="/inbox/$view/$conversationId" params={{ view: 'open', conversationId: handover.conversationId }}>
        <bdi>{contact}</bdi>
      </Link>
      {handover.note && (
        <p className={styles.note} dir="auto">
          {handover.note}
        </p>
      )}
      <Refusal error={accept.error ?? end.error} />
      <div className={styles.answers}>
        <span className={styles.left} role="timer" aria-live="off">
          {t('transfers.left', { seconds })}
        </span>
        <Button
          variant="default"
          aria-label={isMine ? t('transfers.declineOf', { name: contact }) : t('transfers.withdrawOf', { name: handover.agent.name })}
          loading={end.isPending}
          onClick={() => end.mutate()}
        >
          {isMine ? t('transfers.decline') : t('transfers.withdraw')}
        </Button>
        {isMine && (
          <Button aria-label={t('transfers.acceptOf', { name: contact })} loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('transfers.accept')}
          </Button>
        )}
      </div>
    </div>
  )
}

function useAnswer({ id, conversationId }: Handover, answer: (id: string) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(id),
    meta: { quiet: true },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queries.handovers.queryKey })
      void client.invalidateQueries({ queryKey: queries.counts.queryKey })
      void refreshConversation(client, conversationId)
      void refreshTimeline(client, conversationId)
    },
  })
}
