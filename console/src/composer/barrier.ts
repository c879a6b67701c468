import type { Conversation } from '../api/types'
import { windowState } from '../ui/time'

/** What keeps the signed-in agent from replying now; the server refuses for the same reasons. */
export type Barrier = 'resolved' | 'window-closed' | 'another-agent'

export function barrierOf(
  { status, serviceWindowClosesAt, assignee }: Pick<Conversation, 'status' | 'serviceWindowClosesAt' | 'assignee'>,
  me: string,
  now: number,
): Barrier | undefined {
  if (status === 'resolved') return 'resolved'
  if (assignee && assignee.id !== me) return 'another-agent'
  return windowState(serviceWindowClosesAt, now).state === 'closed' ? 'window-closed' : undefined
}
