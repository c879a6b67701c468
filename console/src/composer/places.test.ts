import { expect, it } from 'vitest'
import { openPlaces, placeBeside, put } from './places'

const TEXT = 'Hello [[name]], order [[order number]] is here.'
const at = (caret: number) => ({ from: caret, to: caret })

it('knows what is still to be filled in', () => {
  expect(openPlaces(TEXT).map(({ name }) => name)).toEqual(['name', 'order number'])
  expect(openPlaces('a [list] and [[]] and [[two\nlines]]')).toEqual([])
})
it('goes from one place to the next, and out behind the last', () => {
  const [first, second] = openPlaces(TEXT)
  expect(placeBeside(TEXT, at(0))).toEqual(first)
  expect(placeBeside(TEXT, first!)).toEqual(second)
  expect(placeBeside(TEXT, second!)).toBeUndefined()
})
it('goes back the same way', () => {
  const [first, second] = openPlaces(TEXT)
  expect(placeBeside(TEXT, at(TEXT.length), true)).toEqual(second)
  expect(placeBeside(TEXT, second!, true)).toEqual(first)
  expect(placeBeside(TEXT, first!, true)).toBeUndefined()
})
it('replaces nothing, and keeps words apart', () => {
  expect(put('Hello  friend', 'dear', 6)).toEqual({ text: 'Hello dear friend', from: 6, to: 10 })
  expect(put('Hello', 'dear', 5)).toEqual({ text: 'Hello dear', from: 6, to: 10 })
  expect(put('friend', 'dear', 0)).toEqual({ text: 'dear friend', from: 0, to: 4 })
  expect(put('', 'dear', 0).text).toBe('dear')
})
