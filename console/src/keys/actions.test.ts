import { expect, it } from 'vitest'
import { actionFor, type Press } from './actions'

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
  expect(actionFor(press('KeyK', { ctrlKey: true }), true)).toBe('search')
  expect(actionFor(press('KeyK', { metaKey: true }), true)).toBe('search')
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
  expect(actionFor(press('KeyK', { ctrlKey: true }), false)).toBe('search')
  expect(actionFor(press('Escape'), false)).toBe('back')
})
