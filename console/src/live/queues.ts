import type { QueryClient } from '@tanstack/react-query'
import { askAnew } from '../api/cache'
import { board } from '../api/queues'
import { find, moved, type Spot } from '../queues/moves'
import { sparing } from './batch'
import type { News } from './news'

/** However busy it is, one question a second. */
const PAUSE = 1_000
const TOUCHES = /^conversation\.(opened|assigned|unassigned|transferred|queued|resolved|reopened|demand-changed|snoozed|woken)|^(agent|routing)\.|^contact\./

/** Moves on the board what has moved, and then asks how it is there; only where somebody looks at it. */
export function digestQueues(client: QueryClient, news: News[]) {
  if (!client.getQueryCache().find({ queryKey: board.queryKey })?.isActive()) return
  for (const item of news) {
    const { conversationId, at } = item
    client.setQueryData(board.queryKey, (known) => {
      const to = known && conversationId ? goesTo(item, find(known, conversationId)?.card.departmentId ?? null) : undefined
      return known && conversationId && to !== undefined ? moved(known, conversationId, to, at) : known
    })
  }
  if (news.some(({ kind }) => TOUCHES.test(kind))) lookAtBoard(client)
}

/** Null for away from the board; nothing where it stays. */
function goesTo({ kind, assigneeId, departmentId }: News, own: string | null): Spot | null | undefined {
  // With an agent, a transfer only says that their conversation belongs to another department.
  if ((kind === 'conversation.assigned' || kind === 'conversation.transferred') && assigneeId) return { kind: 'agent', id: assigneeId }
  if (kind === 'conversation.unassigned' && own) return { kind: 'department', id: own }
  if (kind === 'conversation.transferred' && departmentId) return { kind: 'department', id: departmentId }
  return kind === 'conversation.resolved' ? null : undefined
}

const lookAtBoard = sparing((client: QueryClient) => void askAnew(client, { queryKey: board.queryKey }), PAUSE)
