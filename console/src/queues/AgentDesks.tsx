import { IconHeadset } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../api/queues'
import { Mark } from '../availability/Mark'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Face } from '../ui/Face'
import styles from './AgentDesks.module.css'
import { ConversationCard } from './ConversationCard'
import { keyOf, type Spot } from './moves'
import { useDragging } from './useDrag'

/** Agents with what they have, those at work first. */
export function AgentDesks({ agents }: { agents: Desk[] }) {
  const { t } = useTranslation()
  return (
    <section className={styles.desks} aria-labelledby="desks" data-scrolls>
      <h2 className={styles.title} id="desks">
        {t('queues.agents')}
      </h2>
      {agents.length === 0 ? (
        <Empty icon={<IconHeadset />} title={t('queues.noAgents')} hint={t('queues.noAgentsHint')} />
      ) : (
        <ul className={styles.list} aria-labelledby="desks">
          {agents.map((agent) => (
            <AgentDesk key={agent.id} agent={agent} />
          ))}
        </ul>
      )}
    </section>
  )
}

function AgentDesk({ agent: { id, name, availability, used, capacity, held, first } }: { agent: Desk }) {
  const { t } = useTranslation()
  const { drag, open } = useDragging()
  const spot: Spot = { kind: 'agent', id }
  const key = keyOf(spot)
  return (
    <li className={styles.desk} data-spot={key} data-open={open.has(key) || undefined} data-over={drag?.over === key || undefined}>
      <div className={styles.head}>
        <Face name={name} seed={id} size="small" />
        <span className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        <span className={styles.state}>
          <Mark of={availability} />
          {t(`availability.${availability}`)}
        </span>
      </div>
      <div className={styles.load}>
        <progress className={styles.bar} aria-label={t('agents.capacity')} value={Math.min(used, capacity)} max={capacity} data-full={used >= capacity || undefined} />
        <span>{t('agents.holds', { used, capacity })}</span>
        {used >= capacity && <Chip tone="waiting">{t('agents.full')}</Chip>}
      </div>
      {first.length > 0 && (
        <ul className={styles.list}>
          {first.map((card) => (
            <ConversationCard key={card.id} card={card} at={spot} />
          ))}
        </ul>
      )}
      {held > first.length && <p className={styles.others}>{t('queues.others', { count: held - first.length })}</p>}
    </li>
  )
}
