import { expect, it } from 'vitest'
import type { CannedReply } from '../api/types'
import { found } from './finding'

const reply = (name: string, ...bodies: string[]) => ({ name, texts: bodies.map((body) => ({ language: 'he', body })) }) as CannedReply
const names = (replies: CannedReply[], query: string) => found(replies, query).map(({ name }) => name)

it('finds words of the name and anywhere in the text, in any order', () => {
  const replies = [reply('refund', 'You get your money back within ten days.'), reply('hours', 'We are open daily.')]
  expect(names(replies, 'ref')).toEqual(['refund'])
  expect(names(replies, 'days money')).toEqual(['refund'])
  expect(names(replies, 'money daily')).toEqual([])
  expect(names(replies, ' ')).toEqual(['refund', 'hours'])
})
it('looks in every language', () => {
  expect(names([reply('hours', 'We are open', 'אנחנו פתוחים')], 'פתוחים')).toEqual(['hours'])
})
it('is hindered neither by capitals nor by accents', () => {
  expect(names([reply('menu', 'Deux CAFÉS, por favor')], 'cafés')).toEqual(['menu'])
  expect(names([reply('menu', 'Deux CAFÉS, por favor')], 'cafes')).toEqual(['menu'])
})
it('is hindered neither by niqqud nor by gershayim', () => {
  expect(names([reply('א', 'שָׁלוֹם לְךָ')], 'שלום')).toEqual(['א'])
  expect(names([reply('א', 'שלום')], 'שָׁלוֹם')).toEqual(['א'])
  expect(names([reply('א', 'דו״ח')], 'דוח')).toEqual(['א'])
})
it('is not hindered by letters that Hebrew writes before a word', () => {
  const replies = [reply('א', 'הזמנה חדשה')]
  for (const written of ['ההזמנה', 'להזמנה', 'ולהזמנה', 'שבהזמנה', 'מהזמנה', 'כשההזמנה']) expect(names(replies, written)).toEqual(['א'])
  expect(names([reply('ב', 'ולהזמנות שלכם')], 'הזמנות')).toEqual(['ב'])
})
it('puts the name before the text, and what stands there before what nearly does', () => {
  const replies = [reply('a', 'our hours'), reply('opening-hours', 'x'), reply('hours-long', 'x'), reply('hours', 'x')]
  expect(names(replies, 'hours')).toEqual(['hours', 'hours-long', 'opening-hours', 'a'])
  expect(names([reply('א', 'הזמנה'), reply('ב', 'בהזמנה')], 'בהזמנה')).toEqual(['ב', 'א'])
})
