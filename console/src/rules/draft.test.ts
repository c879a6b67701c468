import { describe, expect, it } from 'vitest'
import { draftOf, keyed, moved, newAction, newCondition, wanted } from './draft'

describe('the draft of a rule', () => {
  it('is told without what only the screen needs', () => {
    const draft = { ...draftOf(undefined), name: ' Prices ', conditions: [keyed(newCondition('words'))], actions: [keyed(newAction('managers'))] }
    expect(wanted(draft)).toEqual({
      name: 'Prices',
      enabled: true,
      trigger: 'opening',
      minutes: null,
      conditions: [newCondition('words')],
      actions: [newAction('managers')],
    })
  })

  it('keeps minutes only where time counts', () => {
    expect(wanted({ ...draftOf(undefined), minutes: 5 }).minutes).toBeNull()
    expect(wanted({ ...draftOf(undefined), trigger: 'waiting', minutes: 5 }).minutes).toBe(5)
  })
})

describe('the order of rules', () => {
  it('changes by one place, and not past the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
  })
})
