import { expect, it } from 'vitest'
import { draftOf, filled, put } from './texts'

it('fills what is known, and leaves what is not', () => {
  expect(filled('Number {position}, {other}: {wait}.', { position: '3', wait: '10 to 20 minutes' })).toBe('Number 3, {other}: 10 to 20 minutes.')
})

it('puts a place where the caret is, over what is marked', () => {
  expect(put('Wait: ?', 'wait', 6, 7)).toEqual({ text: 'Wait: {wait}', caret: 12 })
})

it('takes what is missing for nothing', () => {
  const nothing = { en: null, he: null }
  expect(draftOf({ greeting: { en: 'Hello', he: null }, away: nothing, asked: nothing }).greeting).toEqual({ en: 'Hello', he: '' })
})
