import type { TransferTargets } from '../api/types'

export type Target =
  | { kind: 'department'; id: string; name: string; waiting: number; atWork: number; free: number; isDeserted: boolean }
  | { kind: 'colleague'; id: string; name: string; availability: TransferTargets['colleagues'][number]['availability']; used: number; capacity: number }

const READY = ['available', 'busy', 'break', 'away', 'offline']

/** Everything a conversation could go to, under one word each: departments as they are, colleagues with those who have time first. */
export function targetsOf({ departments, colleagues }: TransferTargets, language: string) {
  const order = colleagues.toSorted(
    (a, b) =>
      READY.indexOf(a.availability) - READY.indexOf(b.availability) ||
      a.used / a.capacity - b.used / b.capacity ||
      a.name.localeCompare(b.name, language),
  )
  return new Map<string, Target>([
    ...departments.map((one) => [`department ${one.id}`, { kind: 'department', ...one }] as const),
    ...order.map((one) => [`colleague ${one.id}`, { kind: 'colleague', ...one }] as const),
  ])
}

export const isFull = (target: Target | undefined) => target?.kind === 'colleague' && target.used >= target.capacity
