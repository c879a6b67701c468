import { expect, it } from 'vitest'
import { fits } from './fits'

it('finds a name by the beginnings of some of its words, in any order', () => {
  expect(fits('Settings: Opening hours', 'hour set')).toBe(true)
  expect(fits('Settings: Opening hours', 'ours')).toBe(false)
  expect(fits('Settings: Opening hours', 'hours closed')).toBe(false)
})
it('does not mind capitals, accents and niqqud', () => {
  expect(fits('Équipe', 'equ')).toBe(true)
  expect(fits('הַגְדָּרוֹת: שעות', 'הגדר')).toBe(true)
})
it('finds everything by nothing', () => expect(fits('Inbox', '  ')).toBe(true))
