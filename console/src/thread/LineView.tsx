import { useTranslation } from 'react-i18next'
import { daysBetween, longDay } from '../ui/time'
import { serverNow } from '../ui/clock'
import { EventLine } from './EventLine'
import type { Line } from './lines'
import styles from './LineView.module.css'
import { MessageBubble } from './MessageBubble'
import { NoteBubble } from './NoteBubble'
import { OutgoingBubble } from './OutgoingBubble'

export function LineView({ conversationId, line }: { conversationId: string; line: Line }) {
  const { t } = useTranslation()
  switch (line.kind) {
    case 'start':
      return <p className={styles.start}>{t('thread.start')}</p>
    case 'day':
      return <Day day={line.day} />
    case 'event':
      return <EventLine event={line.event} />
    case 'note':
      return <NoteBubble name={line.note.author.name} body={line.note.body} at={line.note.at} />
    case 'message':
      return <MessageBubble conversationId={conversationId} {...line} />
    case 'outgoing':
      return <OutgoingBubble outgoing={line.outgoing} />
  }
}

function Day({ day }: { day: number }) {
  const { t, i18n } = useTranslation()
  const ago = daysBetween(day, serverNow())
  return (
    <h2 className={styles.day}>
      <span>{ago === 0 ? t('thread.today') : ago === 1 ? t('thread.yesterday') : longDay(day, i18n.language)}</span>
    </h2>
  )
}
