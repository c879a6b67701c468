import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { useContactName } from '../contact/useContactName'
import { TargetChip } from '../target/TargetChip'
import { Chip } from '../ui/Chip'
import { useNow } from '../ui/clock'
import { Face } from '../ui/Face'
import { BriefTime, Elapsed } from '../ui/Time'
import { windowState } from '../ui/time'
import { Preview } from './Preview'
import styles from './Row.module.css'
import { useView } from './useInbox'
import { listFilter } from './views'
import { WindowChip } from './WindowChip'

interface Props {
  conversation: Conversation
  index: number
  total: number
  tabbable: boolean
  density: 'comfortable' | 'compact'
  offset: number
  onFocus: (id: string) => void
}

export const Row = memo(function Row({ conversation, index, total, tabbable, density, offset, onFocus }: Props) {
  const { view, filter } = useView()
  const { id, contact, unread } = conversation
  const name = useContactName()(contact)
  return (
    <li
      className={styles.item}
      style={{ insetBlockStart: offset }}
      data-index={index}
      data-density={density}
      aria-setsize={total}
      aria-posinset={index + 1}
    >
      <Link
        className={styles.row}
        to="/inbox/$view/$conversationId"
        params={{ view, conversationId: id }}
        search={listFilter(filter)}
        preload={false}
        tabIndex={tabbable ? 0 : -1}
        onFocus={() => onFocus(id)}
        data-unread={unread > 0 || undefined}
        data-conversation={id}
      >
        {density === 'comfortable' && <Face name={name} seed={contact.id} />}
        <span className={styles.words}>
          <span className={styles.line}>
            <bdi className={styles.name}>{name}</bdi>
            <When conversation={conversation} />
          </span>
          <span className={styles.line}>
            <Preview conversation={conversation} />
            <Facts conversation={conversation} />
          </span>
        </span>
      </Link>
    </li>
  )
})

function When({ conversation: { handler, status, waitingSince, lastMessageAt } }: { conversation: Conversation }) {
  const { t } = useTranslation()
  if (handler === 'queue' && status === 'open' && waitingSince)
    return (
      <span className={styles.waiting} title={t('contact.waiting')}>
        <span className={styles.dot} aria-hidden />
        <Elapsed since={waitingSince} />
      </span>
    )
  return (
    <span className={styles.time}>
      <BriefTime at={lastMessageAt} />
    </span>
  )
}

function Facts({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const { view } = useView()
  const now = useNow(60_000)
  const { assignee, labels, unread, status, serviceWindowClosesAt, target } = conversation
  const open = windowState(serviceWindowClosesAt, now).state === 'open'
  return (
    <span className={styles.facts}>
      {labels[0] && (
        <Chip>
          <bdi>{labels[0]}</bdi>
        </Chip>
      )}
      {target && <TargetChip target={target} brief />}
      {!open && status === 'open' && <WindowChip closesAt={serviceWindowClosesAt} brief />}
      {assignee && view !== 'mine' && (
        <span title={t('inbox.with', { name: assignee.name })}>
          <span className={styles.hidden}>{t('inbox.with', { name: assignee.name })}</span>
          <Face name={assignee.name} seed={assignee.id} size="small" />
        </span>
      )}
      {unread > 0 && (
        <span className={styles.unread}>
          <span aria-hidden>{unread}</span>
          <span className={styles.hidden}>{t('inbox.unread', { count: unread })}</span>
        </span>
      )}
    </span>
  )
}
