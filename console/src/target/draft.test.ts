import { expect, it } from 'vitest'
import { draftOf, isPromise, targetsOf } from './draft'

it('writes down what is promised, and leaves empty what is not', () => {
  const targets = [{ priority: 'high' as const, kind: 'resolution' as const, minutes: 90 }]
  const draft = draftOf(targets)
  expect(draft['high resolution']).toBe('90')
  expect(draft['low first_response']).toBe('')
  expect(targetsOf(draft)).toEqual(targets)
})
it('takes whole minutes only', () => {
  expect(['', ' ', '1', '86400'].map(isPromise)).toEqual([true, true, true, true])
  expect(['0', '86401', '1.5', '-1', 'x'].map(isPromise)).toEqual([false, false, false, false, false])
})
