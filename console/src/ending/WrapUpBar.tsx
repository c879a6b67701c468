import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { endingQueries, endWrapUp } from '../api/ending'
import { queries } from '../api/queries'
import type { WrapUp } from '../api/types'
import { useContactName } from '../contact/useContactName'
import { useNow } from '../ui/clock'
import { playingTime } from '../ui/playingTime'
import styles from './WrapUpBar.module.css'

/** After which conversations there is something left to do, and for how long their room is kept. */
export default function WrapUpBar({ wrapUps }: { wrapUps: WrapUp[] }) {
  const { t } = useTranslation()
  const now = useNow()
  const open = wrapUps.filter(({ endsAt }) => Date.parse(endsAt) > now)
  if (open.length === 0) return null
  return (
    <section className={styles.bar} aria-label={t('endings.wrapUp.title')}>
      {open.map((wrapUp) => (
        <One key={wrapUp.conversationId} wrapUp={wrapUp} seconds={Math.ceil((Date.parse(wrapUp.endsAt) - now) / 1000)} />
      ))}
    </section>
  )
}

function One({ wrapUp: { conversationId }, seconds }: { wrapUp: WrapUp; seconds: number }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const nameOf = useContactName()
  const { data: conversation } = useQuery(queries.conversation(conversationId))
  const name = conversation ? nameOf(conversation.contact) : t('endings.wrapUp.someone')
  const done = useMutation({
    mutationFn: () => endWrapUp(conversationId),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: endingQueries.wrapUps.queryKey })
      void client.invalidateQueries({ queryKey: queries.availability.queryKey })
    },
  })
  return (
    <span className={styles.one}>
      {t('endings.wrapUp.after')}
      <Link className={styles.contact} to="/inbox/$view/$conversationId" params={{ view: 'resolved', conversationId }}>
        <bdi>{name}</bdi>
      </Link>
      <span className={styles.left} role="timer" aria-live="off">
        {playingTime(seconds)}
      </span>
      <Button size="compact-sm" variant="default" aria-label={t('endings.wrapUp.doneOf', { name })} loading={done.isPending} onClick={() => done.mutate()}>
        {t('endings.wrapUp.done')}
      </Button>
    </span>
  )
}
