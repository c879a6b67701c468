import type { ServiceTarget } from '../api/types'

export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const
export const KINDS = ['first_response', 'next_response', 'resolution'] as const
export type Priority = (typeof PRIORITIES)[number]
export type Kind = (typeof KINDS)[number]

/** What is written in the fields of a department, by priority and kind. */
export type Draft = Record<`${Priority} ${Kind}`, string>

const MOST = 86_400
const fields = PRIORITIES.flatMap((priority) => KINDS.map((kind) => ({ priority, kind, field: `${priority} ${kind}` as const })))

export const draftOf = (targets: ServiceTarget[]) =>
  Object.fromEntries(
    fields.map(({ priority, kind, field }) => [field, String(targets.find((one) => one.priority === priority && one.kind === kind)?.minutes ?? '')]),
  ) as Draft

/** Minutes, or nothing where nothing is promised. */
export const isPromise = (written: string) => written.trim() === '' || (/^\d+$/.test(written.trim()) && Number(written) >= 1 && Number(written) <= MOST)

export const targetsOf = (draft: Draft): ServiceTarget[] =>
  fields.flatMap(({ priority, kind, field }) => (draft[field].trim() ? [{ priority, kind, minutes: Number(draft[field]) }] : []))
