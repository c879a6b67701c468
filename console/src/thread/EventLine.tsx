import { useTranslation } from 'react-i18next'
import type { ConversationEvent } from '../api/types'
import { clock, moment } from '../ui/time'
import styles from './EventLine.module.css'

/** What happened to the conversation, in one quiet line. */
export function EventLine({ event }: { event: ConversationEvent }) {
  const { i18n } = useTranslation()
  const words = useEventWords(event)
  return (
    <p className={styles.event}>
      {words} <time dateTime={event.at}>{clock(event.at, i18n.language)}</time>
    </p>
  )
}

function useEventWords({ type, actor, subject, until }: ConversationEvent) {
  const { t, i18n } = useTranslation()
  const by = actor?.name
  const to = subject?.name
  switch (type) {
    case 'opened':
      return t('event.opened')
    case 'queued':
      return to ? t('event.queuedTo', { subject: to }) : t('event.queued')
    case 'assigned':
      if (by && (!to || actor.id === subject?.id)) return t('event.taken', { actor: by })
      return by ? t('event.assigned', { actor: by, subject: to }) : t('event.assignedTo', { subject: to })
    case 'assigned-beyond':
      return t('event.assignedBeyond', { actor: by, subject: to })
    case 'transferred':
      return to ? t('event.transferredBy', { actor: by, subject: to }) : t('event.transferredAway')
    case 'handover-asked':
      return t('event.handoverAsked', { actor: by, subject: to })
    case 'handover-declined':
      return t('event.handoverDeclined', { actor: by })
    case 'handover-ended':
      return t('event.handoverEnded', { subject: to })
    case 'handover-withdrawn':
      return t('event.handoverWithdrawn', { actor: by, subject: to })
    case 'ruled':
      return t('event.ruled', { subject: to || t('event.ruleGone') })
    case 'ruled-partly':
      return t('event.ruledPartly', { subject: to || t('event.ruleGone') })
    case 'abandoned':
      return t('event.abandoned')
    case 'number-changed':
      return t('event.numberChanged')
    case 'device-changed':
      return t('event.deviceChanged')
    case 'snoozed':
      return until ? t('event.snoozedUntil', { actor: by, time: moment(until, i18n.language) }) : t('event.snoozed', { actor: by })
    case 'woken':
      return by ? t('event.wokenBy', { actor: by }) : t('event.woken')
    case 'nudged':
      return t('event.nudged')
    case 'nudge-not-sent':
      return t('event.nudgeNotSent')
    case 'agent-silent':
      return t('event.agentSilent', { subject: to })
    case 'resolved-silent':
      return t('event.resolvedSilent')
    case 'resolved':
      if (to) return t('event.resolvedBecause', { actor: by, reason: to })
      return by ? t('event.resolvedBy', { actor: by }) : t('event.resolved')
    case 'unassigned':
    case 'reopened':
    case 'labeled':
      return by ? t(`event.${type}By`, { actor: by }) : t(`event.${type}`)
  }
}
