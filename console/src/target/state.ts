import type { NearestTarget } from '../api/types'

export type TargetState = 'ahead' | 'endangered' | 'broken'

/** How a target stands at a moment, and how far it is from its end. */
export function targetState({ dueAt, endangeredAt }: Pick<NearestTarget, 'dueAt' | 'endangeredAt'>, now: number): { state: TargetState; distance: number } {
  const left = Date.parse(dueAt) - now
  if (left <= 0) return { state: 'broken', distance: Math.abs(left) }
  return { state: now >= Date.parse(endangeredAt) ? 'endangered' : 'ahead', distance: left }
}
