import { Button, Kbd } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import { refreshConversation } from '../api/cache'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Offer } from '../api/types'
import { useContactName } from '../contact/useContactName'
import { useAction } from '../keys/useAction'
import { useKeyName } from '../keys/useKeyName'
import { openConversation } from '../live/notice'
import { useNow } from '../ui/clock'
import { usePreferences } from '../ui/preferences'
import { length } from '../ui/time'
import styles from './HandoverCards.module.css'
import { tone } from './tone'

const heard = new Set<string>()

/** What one is asked to take, each until its time is over; the first can be answered by a key. */
export default function OfferCards({ offers }: { offers: Offer[] }) {
  const { t } = useTranslation()
  const now = useNow()
  const open = offers.filter(({ endsAt }) => Date.parse(endsAt) > now)
  const ids = open.map(({ id }) => id).join()
  useEffect(() => {
    const fresh = ids.split(',').filter((id) => id && !heard.has(id))
    fresh.forEach((id) => heard.add(id))
    if (fresh.length > 0) tone()
  }, [ids])
  if (open.length === 0) return null
  return (
    <section className={styles.group} aria-label={t('offers.title')}>
      {open.map((offer, n) => (
        <Card key={offer.id} offer={offer} isFirst={n === 0} now={now} />
      ))}
    </section>
  )
}

function Card({ offer, isFirst, now }: { offer: Offer; isFirst: boolean; now: number }) {
  const { t, i18n } = useTranslation()
  const router = useRouter()
  const { keys } = usePreferences()
  const keyName = useKeyName()
  // Whoever helps out may not see it before it is theirs.
  const { data: conversation } = useQuery({ ...queries.conversation(offer.conversationId), retry: false })
  const nameOf = useContactName()
  const name = conversation ? nameOf(conversation.contact) : t('offers.someone')
  const show = () => openConversation(router, { conversationId: offer.conversationId, view: 'mine' })
  const accept = useAnswer(offer, routing.acceptOffer, show)
  const decline = useAnswer(offer, routing.declineOffer)
  const isAnswered = accept.isPending || decline.isPending
  useAction('acceptOffer', () => accept.mutate(), isFirst && !isAnswered)
  useAction('declineOffer', () => decline.mutate(), isFirst && !isAnswered)
  const shown = (id: 'acceptOffer' | 'declineOffer') => (keys && isFirst ? <Kbd dir="ltr">{keyName(id)}</Kbd> : undefined)
  return (
    <div className={styles.card} role="alert">
      <p className={styles.line}>{t('offers.offered', { department: offer.department })}</p>
      <p className={styles.line}>
        <bdi className={styles.contact}>{name}</bdi>
        {conversation?.waitingSince && ` · ${t('offers.waitsIn', { time: length(Date.parse(offer.madeAt) - Date.parse(conversation.waitingSince), i18n.language) })}`}
      </p>
      <Refusal error={accept.error ?? decline.error} />
      <div className={styles.answers}>
        <span className={styles.left} role="timer" aria-live="off">
          {t('offers.left', { seconds: Math.floor((Date.parse(offer.endsAt) - now) / 1000) })}
        </span>
        <Button variant="default" rightSection={shown('declineOffer')} aria-label={t('offers.declineOf', { name })} loading={decline.isPending} onClick={() => decline.mutate()}>
          {t('offers.decline')}
        </Button>
        <Button rightSection={shown('acceptOffer')} aria-label={t('offers.acceptOf', { name })} loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('offers.accept')}
        </Button>
      </div>
    </div>
  )
}

function useAnswer({ id, conversationId }: Offer, answer: (id: string) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(id),
    meta: { quiet: true },
    onSuccess: onDone,
    onSettled: () => {
      for (const { queryKey } of [queries.offers, queries.counts, queries.availability]) void client.invalidateQueries({ queryKey })
      void refreshConversation(client, conversationId)
    },
  })
}
