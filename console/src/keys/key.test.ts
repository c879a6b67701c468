import { expect, it } from 'vitest'
import { chosen, nameOf } from './key'

const press = (code: string, held = {}) => ({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

it('calls keys as people do', () => {
  expect(nameOf({ code: 'KeyK', command: true })).toBe('Ctrl K')
  expect(nameOf({ code: 'KeyT', shift: true })).toBe('Shift T')
  expect(nameOf({ code: 'Slash', shift: true })).toBe('?')
})
it('lets letters, digits and signs be chosen, with Shift or Ctrl', () => {
  expect(chosen(press('KeyD'))).toEqual({ code: 'KeyD' })
  expect(chosen(press('Period', { shiftKey: true }))).toEqual({ code: 'Period', shift: true })
  expect(chosen(press('KeyK', { metaKey: true }))).toEqual({ code: 'KeyK', command: true })
})
it('leaves to browsers what is theirs', () => {
  expect(chosen(press('KeyW', { ctrlKey: true }))).toBe('reserved')
  expect(chosen(press('KeyC', { metaKey: true }))).toBe('reserved')
})
it('takes neither Alt nor keys that move or edit', () => {
  expect(chosen(press('KeyD', { altKey: true }))).toBeUndefined()
  expect(chosen(press('Tab'))).toBeUndefined()
  expect(chosen(press('ShiftLeft', { shiftKey: true }))).toBeUndefined()
})
