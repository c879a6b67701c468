import { expect, it } from 'vitest'
import type { Department } from '../api/types'
import { draftOf, shownOf, wantedOf, wrongIn } from './departmentDraft'

const department: Department = {
  id: 'd1',
  name: 'Sales',
  mode: 'offer',
  choice: 'longest_idle',
  relaxAfterSeconds: null,
  offerSeconds: 30,
  offerMisses: 3,
  keepWithinSeconds: 0,
  keepWaitSeconds: 300,
  overflowSeconds: 60,
  overflowTo: [],
  waiting: 0,
  isDeserted: false,
}
const draft = draftOf(department)

it('writes back what it has read', () => {
  const kept = { ...department, keepWithinSeconds: 7200, overflowTo: ['d2'] }
  expect(wantedOf(draftOf(kept))).toMatchObject({ name: 'Sales', offerSeconds: 30, offerMisses: 3, keepWithinSeconds: 7200, keepWaitSeconds: 300, overflowTo: ['d2'] })
  expect(wantedOf(draft).keepWithinSeconds).toBe(0)
})

it('names each field that is wrong', () => {
  const wrong = { ...draft, name: ' ', relax: '9', asking: '4', misses: '21', keeps: true, within: '0', longest: 'x', overflowTo: ['d2'], after: '1.5' }
  expect(Object.keys(wrongIn(wrong))).toEqual(['name', 'relax', 'asking', 'misses', 'within', 'longest', 'after'])
  expect(wrongIn(draft)).toEqual({})
})

it('finds nothing wrong with what is not shown, and leaves it as it was', () => {
  const hidden = { ...draft, mode: 'pull' as const, asking: '', relax: 'x', keeps: true, within: '', after: '' }
  expect(wrongIn(hidden)).toEqual({})
  expect(shownOf(hidden, draft)).toEqual({ ...draft, mode: 'pull' })
})
