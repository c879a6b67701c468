import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Card } from '../api/queues'
import { useContactName } from '../contact/useContactName'
import { Chip, type Tone } from '../ui/Chip'
import { Elapsed } from '../ui/Time'
import styles from './ConversationCard.module.css'
import type { Spot } from './moves'
import { MoveMenu } from './MoveMenu'
import { useDragging } from './useDrag'

const TONES: Partial<Record<Card['priority'], Tone>> = { urgent: 'risk', high: 'waiting' }

/** A conversation on the board: with whom, since when, and whatever sets it apart. */
export function ConversationCard({ card, at }: { card: Card; at: Spot }) {
  const { t } = useTranslation()
  const name = useContactName()(card.contact)
  const { drag, press } = useDragging()
  const { data: channels } = useQuery(queries.channels)
  const channel = channels && channels.items.length > 1 ? channels.items.find(({ id }) => id === card.channelId)?.name : undefined
  return (
    <li
      className={styles.card}
      data-card={card.id}
      data-held={drag?.card.id === card.id || undefined}
      onPointerDown={(event) => press(event, card, at)}
      onDragStart={(event) => event.preventDefault()}
    >
      <div className={styles.words}>
        <Link className={styles.name} draggable={false} to="/inbox/$view/$conversationId" params={{ view: 'open', conversationId: card.id }}>
          <bdi>{name}</bdi>
        </Link>
        <span className={styles.facts}>
          <span>
            {at.kind === 'department' ? t('queues.wait') : t('queues.has')} <Elapsed since={card.since} />
          </span>
          {channel && <bdi>{channel}</bdi>}
          {card.priority !== 'normal' && <Chip tone={TONES[card.priority]}>{t(`skills.priority.${card.priority}`)}</Chip>}
        </span>
      </div>
      <MoveMenu card={card} from={at} />
    </li>
  )
}
