import type { Department, WantedDepartment } from '../api/types'

const HOUR = 3600

/** A department as it is being written: numbers as they stand in their fields, nothing for never. */
export interface DepartmentDraft {
  name: string
  mode: Department['mode']
  choice: Department['choice']
  relax: string
  asking: string
  misses: string
  keeps: boolean
  within: string
  longest: string
  overflowTo: string[]
  after: string
}

export const draftOf = (it: Department): DepartmentDraft => ({
  name: it.name,
  mode: it.mode,
  choice: it.choice,
  relax: String(it.relaxAfterSeconds ?? ''),
  asking: String(it.offerSeconds),
  misses: String(it.offerMisses),
  keeps: it.keepWithinSeconds > 0,
  within: String(it.keepWithinSeconds > 0 ? Math.max(1, Math.round(it.keepWithinSeconds / HOUR)) : 24),
  longest: String(it.keepWaitSeconds),
  overflowTo: it.overflowTo,
  after: String(it.overflowSeconds),
})

export const wantedOf = (it: DepartmentDraft): WantedDepartment => ({
  name: it.name.trim(),
  mode: it.mode,
  choice: it.choice,
  relaxAfterSeconds: it.relax.trim() ? Number(it.relax) : undefined,
  offerSeconds: Number(it.asking),
  offerMisses: Number(it.misses),
  keepWithinSeconds: it.keeps ? Number(it.within) * HOUR : 0,
  keepWaitSeconds: Number(it.longest),
  overflowSeconds: Number(it.after),
  overflowTo: it.overflowTo,
})

const isWhole = (written: string, least: number, most: number) => /^\s*\d+\s*$/.test(written) && Number(written) >= least && Number(written) <= most

type Wrong = 'departments.needName' | 'departments.needRelax' | `offers.need${'Asking' | 'Misses' | 'Within' | 'Longest' | 'After'}`

/** What is wrong, by the field; only what is shown can be. */
export function wrongIn(it: DepartmentDraft): Partial<Record<keyof DepartmentDraft, Wrong>> {
  const gives = it.mode !== 'pull'
  return {
    ...(!it.name.trim() && { name: 'departments.needName' }),
    ...(gives && it.relax.trim() && !isWhole(it.relax, 10, 86_400) && { relax: 'departments.needRelax' }),
    ...(it.mode === 'offer' && !isWhole(it.asking, 5, 300) && { asking: 'offers.needAsking' }),
    ...(it.mode === 'offer' && !isWhole(it.misses, 0, 20) && { misses: 'offers.needMisses' }),
    ...(gives && it.keeps && !isWhole(it.within, 1, 720) && { within: 'offers.needWithin' }),
    ...(gives && it.keeps && !isWhole(it.longest, 5, 86_400) && { longest: 'offers.needLongest' }),
    ...(it.overflowTo.length > 0 && !isWhole(it.after, 5, 86_400) && { after: 'offers.needAfter' }),
  }
}

/** What is not shown stays as it was, however it had been left. */
export const shownOf = (it: DepartmentDraft, before: DepartmentDraft): DepartmentDraft => ({
  ...it,
  ...(it.mode === 'pull' && { relax: before.relax, keeps: before.keeps }),
  ...((it.mode === 'pull' || !it.keeps) && { within: before.within, longest: before.longest }),
  ...(it.mode !== 'offer' && { asking: before.asking, misses: before.misses }),
  ...(it.overflowTo.length === 0 && { after: before.after }),
})
