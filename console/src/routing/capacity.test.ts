import { expect, it } from 'vitest'
import { readCapacity } from './capacity'

it('takes whole numbers from one to a thousand', () => {
  expect(['1', ' 30 ', '1000', '007'].map(readCapacity)).toEqual([1, 30, 1000, 7])
})

it('takes nothing else', () => {
  expect(['', '0', '1001', '-3', '2.5', '1e2', 'ten', '٣'].map(readCapacity)).toEqual(Array(8).fill(undefined))
})
