import type { Board, Card, Desk, Queue } from '../api/queues'

/** Where a conversation can be: in the queue of a department, or with an agent. */
export interface Spot {
  kind: 'department' | 'agent'
  id: string
}

export const keyOf = ({ kind, id }: Spot) => `${kind} ${id}`

const spotOf = (place: Queue | Desk): Spot => ('departmentId' in place ? { kind: 'department', id: place.departmentId } : { kind: 'agent', id: place.id })

/** Where on the board it is, as far as it shows. */
export function find({ queues, agents }: Board, id: string): { card: Card; from: Spot } | undefined {
  for (const place of [...queues, ...agents]) {
    const card = place.first.find((one) => one.id === id)
    if (card) return { card, from: spotOf(place) }
  }
  return undefined
}

export const nameOf = ({ queues, agents }: Board, { kind, id }: Spot) =>
  (kind === 'department' ? queues.find(({ departmentId }) => departmentId === id)?.department : agents.find((one) => one.id === id)?.name) ?? ''

/** Where it could go from where it is. */
export function spotsFor({ queues, agents }: Board, card: Card, from: Spot) {
  const elsewhere = (spot: Spot) => keyOf(spot) !== keyOf(from)
  const departments = queues.map(spotOf).filter(elsewhere)
  const able = agents.filter(({ departmentIds }) => card.departmentId !== null && departmentIds.includes(card.departmentId))
  return { departments, agents: able.filter((one) => elsewhere(spotOf(one))) }
}

/** The board with a conversation somewhere else, before the server says how it is there. */
export function moved(board: Board, id: string, to: Spot | null, now: string): Board {
  const found = find(board, id)
  if (!found || (to && keyOf(to) === keyOf(found.from))) return board
  const came = to && { ...found.card, since: to.kind === 'agent' ? now : found.card.since, departmentId: to.kind === 'agent' ? found.card.departmentId : to.id }
  const change = <Place extends Queue | Desk>(place: Place) => {
    const key = keyOf(spotOf(place))
    if (key === keyOf(found.from)) return count({ ...place, first: place.first.filter((one) => one.id !== id) }, -1)
    return came && key === keyOf(to) ? count({ ...place, first: [...place.first, came] }, 1) : place
  }
  return { queues: board.queues.map(change), agents: board.agents.map(change) }
}

const count = <Place extends Queue | Desk>(place: Place, by: number): Place =>
  'departmentId' in place ? { ...place, waiting: place.waiting + by } : { ...place, held: place.held + by, used: place.used + by }
