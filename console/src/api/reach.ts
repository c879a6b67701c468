import { createStore } from '../ui/store'
import type { Problem } from './problem'

/** What the last request learned about the server: answering, answering but without its database, or silent. */
export type Reach = 'answering' | 'unavailable' | 'unreachable'

export const reach = createStore<Reach>('answering')

/** A gateway has no word of ours for a server that is away; a server that knows what it lacks says so by its code. */
export const reachOf = ({ status, code }: Problem): Reach =>
  code === 'unavailable' ? 'unavailable' : status === 0 || (code === 'unexpected' && GATEWAY.includes(status)) ? 'unreachable' : 'answering'

const GATEWAY = [502, 503, 504]
