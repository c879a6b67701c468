import { IconLayoutColumns } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { board, type Board } from '../api/queues'
import { useContactName } from '../contact/useContactName'
import { usePermissions } from '../session/me'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { AgentDesks } from './AgentDesks'
import { Lane } from './Lane'
import { spotsFor } from './moves'
import styles from './QueuesPage.module.css'
import { DragContext, useDrag, type Drag } from './useDrag'
import { useMove } from './useMove'

/** Who waits where and who has what, moved by hand where it should be otherwise. */
export function QueuesPage() {
  const { t } = useTranslation()
  const may = usePermissions()
  const known = useQuery(board)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>{t('queues.title')}</h1>
          <p className={styles.lead}>{t('queues.lead')}</p>
        </div>
        {may('MANAGE_DEPARTMENTS') && (
          <Link className={styles.simulate} to="/settings/simulation">
            {t('queues.simulate')}
          </Link>
        )}
      </header>
      <Loaded of={known}>
        {(now) => (now.queues.length === 0 ? <Empty icon={<IconLayoutColumns />} title={t('queues.empty')} hint={t('queues.emptyHint')} /> : <Floor board={now} />)}
      </Loaded>
    </div>
  )
}

function Floor({ board: now }: { board: Board }) {
  const move = useMove()
  const { drag, open, press } = useDrag(
    (card, from) => {
      const { departments, agents } = spotsFor(now, card, from)
      return [...departments, ...agents.map(({ id }) => ({ kind: 'agent' as const, id }))]
    },
    (card, from, to) => void move({ card, from, to }),
  )
  const dragging = useMemo(() => ({ drag, open, press }), [drag, open, press])
  return (
    <DragContext value={dragging}>
      <div className={styles.floor} data-dragging={drag !== null || undefined}>
        <div className={styles.lanes} data-scrolls>
          {now.queues.map((queue) => (
            <Lane key={queue.departmentId} queue={queue} />
          ))}
        </div>
        <AgentDesks agents={now.agents} />
      </div>
      {drag && <Held drag={drag} />}
    </DragContext>
  )
}

/** What is in hand. Places on the screen are counted from its left, whichever way people read. */
function Held({ drag: { card, x, y, over } }: { drag: Drag }) {
  const { i18n } = useTranslation()
  const name = useContactName()(card.contact)
  return (
    <div className={styles.air} dir="ltr" aria-hidden>
      <div className={styles.held} dir={i18n.dir()} data-over={over !== null || undefined} style={{ translate: `${x}px ${y}px` }}>
        <bdi>{name}</bdi>
      </div>
    </div>
  )
}
