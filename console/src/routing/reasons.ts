import type { Considered, Obstacle, RoutingDecision } from '../api/types'

/** In the order in which the server looks for them. */
const OBSTACLES: readonly Obstacle[] = ['not_available', 'waits_for_another', 'declined', 'lacks_skill', 'too_much', 'full', 'kept_free']

/** What stands in whose way, as far as it does in anybody's. */
export const obstaclesOf = (obstacles: Partial<Record<Obstacle, number>>) =>
  OBSTACLES.flatMap((obstacle) => (obstacles[obstacle] ? [{ obstacle, count: obstacles[obstacle] }] : []))

/** So many of those who could have had it are kept; there may have been more. */
export const KEPT = 10

export type Figure =
  | { counts: 'idle' | 'lastGiven'; milliseconds: number }
  | { counts: 'occupied'; share: number }
  | { counts: 'levels'; sum: number }
  | { counts: 'neverGiven' }

/** What counted for one of them, as people would say it: times as they were at that moment, not as they stand on the clock. */
export function figureOf({ weights }: Pick<Considered, 'weights'>, { at }: Pick<RoutingDecision, 'at'>): Figure | undefined {
  const since = (seconds: number) => Math.max(Date.parse(at) - seconds * 1000, 0)
  if (weights.idleSince !== undefined) return { counts: 'idle', milliseconds: since(weights.idleSince) }
  if (weights.occupied !== undefined) return { counts: 'occupied', share: weights.occupied }
  if (weights.lastGiven !== undefined)
    return weights.lastGiven <= 0 ? { counts: 'neverGiven' } : { counts: 'lastGiven', milliseconds: since(weights.lastGiven) }
  return weights.levels === undefined ? undefined : { counts: 'levels', sum: weights.levels }
}
