import { createStore } from '../ui/store'

/** What the last request learned about the server: answering, answering but without its database, or silent. */
export type Reach = 'answering' | 'unavailable' | 'unreachable'

export const reach = createStore<Reach>('answering')

export const reachOf = (status: number): Reach =>
  status === 0 || status === 502 || status === 504 ? 'unreachable' : status === 503 ? 'unavailable' : 'answering'
