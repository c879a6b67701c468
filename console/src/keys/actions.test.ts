import { expect, it } from 'vitest'
import { actionFor, shownKeyOf, takenBy } from './actions'
import type { Press } from './key'

const press = (code: string, held: Partial<Press> = {}): Press => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

it('goes by the physical key, whatever letter the layout gives it', () => {
  expect(actionFor(press('KeyT'), true)).toBe('take')
})
it('tells K from Ctrl+K and Command+K', () => {
  expect(actionFor(press('KeyK'), true)).toBe('previous')
  expect(actionFor(press('KeyK', { ctrlKey: true }), true)).toBe('palette')
  expect(actionFor(press('KeyK', { metaKey: true }), true)).toBe('palette')
})
it('tells Enter from Ctrl+Shift+Enter', () => {
  expect(actionFor(press('Enter'), true)).toBe('open')
  expect(actionFor(press('Enter', { ctrlKey: true, shiftKey: true }), false)).toBe('finish')
})
it('tells T from Shift+T', () => {
  expect(actionFor(press('KeyT', { shiftKey: true }), true)).toBe('transfer')
  expect(actionFor(press('KeyT', { shiftKey: true }), false)).toBeUndefined()
})
it('leaves combinations of the browser alone', () => {
  expect(actionFor(press('KeyT', { ctrlKey: true }), true)).toBeUndefined()
  expect(actionFor(press('KeyE', { altKey: true }), true)).toBeUndefined()
})
it('keeps only commands and Escape when single keys are switched off', () => {
  expect(actionFor(press('KeyE'), false)).toBeUndefined()
  expect(actionFor(press('Slash', { shiftKey: true }), false)).toBeUndefined()
  expect(actionFor(press('KeyK', { ctrlKey: true }), false)).toBe('palette')
  expect(actionFor(press('Escape'), false)).toBe('back')
})
it('goes by the key somebody has chosen, and by ours no more', () => {
  const own = { take: { code: 'KeyG' } }
  expect(actionFor(press('KeyG'), true, own)).toBe('take')
  expect(actionFor(press('KeyT'), true, own)).toBeUndefined()
  expect(shownKeyOf('take', own)).toBe('G')
})
it('knows whose a key already is', () => {
  expect(takenBy({ code: 'KeyE' }, 'take', {})).toBe('resolve')
  expect(takenBy({ code: 'ArrowDown' }, 'take', {})).toBe('next')
  expect(takenBy({ code: 'KeyT' }, 'take', {})).toBeUndefined()
  expect(takenBy({ code: 'KeyE' }, 'take', { resolve: { code: 'KeyG' } })).toBeUndefined()
})
