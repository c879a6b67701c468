import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calls'
import { isProblem } from '../api/problem'
import { board, type Board, type Card } from '../api/queues'
import * as routing from '../api/routing'
import { useContactName } from '../contact/useContactName'
import { usePermissions } from '../session/me'
import { ask } from '../ui/ask'
import { serverNow } from '../ui/clock'
import { useProblemText } from '../ui/useProblemText'
import { moved, nameOf, type Spot } from './moves'
import styles from './QueuesPage.module.css'

const UNDO = 8_000

export interface Move {
  card: Card
  from: Spot
  to: Spot
}

/** Sends a conversation elsewhere: seen at once, asked about where there is no room, and for some seconds taken back with one click. */
export function useMove() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const may = usePermissions()
  const contactName = useContactName()
  const text = useProblemText()
  const known = () => client.getQueryData(board.queryKey) ?? { queues: [], agents: [] }

  async function attempt(move: Move, beyond: boolean): Promise<boolean> {
    client.setQueryData(board.queryKey, (now) => now && moved(now, move.card.id, move.to, new Date(serverNow()).toISOString()))
    try {
      await send(move, beyond)
      return true
    } catch (error) {
      if (isProblem(error, 'capacity-reached') && !beyond && may('MANAGE_DEPARTMENTS'))
        return (await ask(noRoom(known(), move.to))) && attempt(move, true)
      notifications.show({ color: 'red', title: t('problem.title'), message: <span dir="auto">{text(error as Error)}</span> })
      return false
    } finally {
      void client.invalidateQueries({ queryKey: board.queryKey })
    }
  }
  function noRoom(now: Board, to: Spot) {
    const agent = now.agents.find(({ id }) => id === to.id)
    const name = agent?.name ?? ''
    return {
      title: t('queues.noRoom', { name }),
      text: t('queues.noRoomText', { name, used: agent?.used ?? 0, capacity: agent?.capacity ?? 0 }),
      yes: t('queues.beyond'),
    }
  }
  async function undo({ card, from, to }: Move) {
    notifications.hide(card.id)
    if (await attempt({ card: { ...card, departmentId: to.kind === 'department' ? to.id : card.departmentId }, from: to, to: from }, may('MANAGE_DEPARTMENTS')))
      notifications.show({ message: t('queues.undone') })
  }
  return async (move: Move) => {
    const words = { contact: contactName(move.card.contact), name: nameOf(known(), move.to) }
    if (!(await attempt(move, false))) return
    notifications.hide(move.card.id)
    notifications.show({
      id: move.card.id,
      autoClose: UNDO,
      message: (
        <span className={styles.notice}>
          {move.to.kind === 'agent' ? t('queues.isWith', words) : t('queues.waitsIn', words)}
          <Button variant="subtle" onClick={() => void undo(move)}>
            {t('thread.undo')}
          </Button>
        </span>
      ),
    })
  }
}

const send = ({ card, to }: Move, beyond: boolean) => {
  if (to.kind === 'agent') return routing.transfer(card.id, { agentId: to.id, beyondCapacity: beyond })
  return to.id === card.departmentId ? calls.unassign(card.id) : routing.transfer(card.id, { departmentId: to.id })
}
