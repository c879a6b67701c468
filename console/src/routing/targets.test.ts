import { expect, it } from 'vitest'
import { isFull, targetsOf } from './targets'

const colleague = (id: string, availability: 'available' | 'away', used: number) => ({ id, name: id, availability, used, capacity: 2 })
const found = {
  departments: [{ id: 'd', name: 'Sales', waiting: 1, atWork: 2, free: 1, isDeserted: false }],
  colleagues: [colleague('away', 'away', 0), colleague('full', 'available', 2), colleague('free', 'available', 0)],
}

it('names departments first, then colleagues with time before those without', () => {
  expect([...targetsOf(found, 'en').keys()]).toEqual(['department d', 'colleague free', 'colleague full', 'colleague away'])
})
it('knows who has no room', () => {
  const targets = targetsOf(found, 'en')
  expect(['department d', 'colleague free', 'colleague full', 'nobody'].map((one) => isFull(targets.get(one)))).toEqual([false, false, true, false])
})
