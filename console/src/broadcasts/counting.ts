import type { BroadcastResults } from '../api/types'

/** How many messages have come so far at least: who has read one has been delivered it, too. */
export function reached({ sent, delivered, read }: Pick<BroadcastResults, 'sent' | 'delivered' | 'read'>) {
  return { sent: sent + delivered + read, delivered: delivered + read, read }
}

/** A part of a whole, between none and all of it. */
export const share = (part: number, whole: number) => (whole > 0 ? Math.min(1, part / whole) : 0)
