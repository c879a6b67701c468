import { expect, test } from 'vitest'
import { isAboutWriting, isNarrowed, queryOf, readSearch } from './filter'

test('An address says what is searched, and nothing that nobody asked for', () => {
  const search = readSearch({ q: 'refund', by: 'note', file: true, from: '2026-03-01', to: 'soon', agent: '<b>', department: 7 })
  expect(Object.entries(search).filter(([, value]) => value)).toEqual([
    ['q', 'refund'],
    ['by', 'note'],
    ['from', '2026-03-01'],
    ['file', true],
  ])
})

test('Digits are words as well', () => {
  expect(readSearch({ q: 521234567 }).q).toBe('521234567')
})

test('The last day is searched to its end', () => {
  const { from, until } = queryOf({ q: 'x', from: '2026-03-01', to: '2026-03-01' }, false)
  expect(Date.parse(until!) - Date.parse(from!)).toBe(24 * 3_600_000)
})

test('Who wrote, and when, is not asked of people', () => {
  expect(isAboutWriting({ q: 'dana', department: 'd' })).toBe(false)
  expect(isAboutWriting({ q: 'dana', by: 'note' })).toBe(true)
  expect(isNarrowed({ q: 'dana' })).toBe(false)
})
