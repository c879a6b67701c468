import { describe, expect, it } from 'vitest'
import { place } from './placement'
import { conversation } from './samples'
import type { Conversation } from './types'

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`
const one = (id: string, hour: number, change: Partial<Conversation> = {}) =>
  conversation({ id, lastMessageAt: at(hour), ...change })
const list = (items: Conversation[], next: string | null = null) => ({ pages: [{ items, next }], pageParams: [null] })
const ids = (placed: { pages: { items: Conversation[] }[] }) => placed.pages.flatMap(({ items }) => items.map(({ id }) => id))

describe('placing a changed conversation', () => {
  const known = list([one('a', 12), one('b', 11), one('c', 10)])

  it('moves it up when it has newer activity', () => {
    expect(ids(place(known, { status: 'open' }, one('c', 13), 'me'))).toEqual(['c', 'a', 'b'])
  })
  it('adds one that the list now asks for, in order', () => {
    expect(ids(place(list([one('a', 12), one('b', 10)]), { status: 'open' }, one('d', 11), 'me'))).toEqual(['a', 'd', 'b'])
  })
  it('takes away one that the list no longer asks for', () => {
    expect(ids(place(known, { status: 'open' }, one('b', 11, { status: 'resolved' }), 'me'))).toEqual(['a', 'c'])
  })
  it('reads "me" as the signed-in user', () => {
    const mine = { status: 'open', assignee: 'me' }
    const changed = one('d', 13, { assignee: { id: 'u1', name: 'Maya' } })
    expect(ids(place(list([]), mine, changed, 'u1'))).toEqual(['d'])
    expect(ids(place(list([]), mine, changed, 'u2'))).toEqual([])
  })
  it('leaves searches to the server but renews what they found', () => {
    const search = { status: 'open', q: 'emma' }
    expect(ids(place(known, search, one('d', 13), 'me'))).toEqual(['a', 'b', 'c'])
    expect(place(known, search, one('b', 11, { unread: 3 }), 'me').pages[0]!.items[1]!.unread).toBe(3)
  })
  it('does not guess the place of one older than all that is loaded', () => {
    expect(ids(place(list([one('a', 12)], 'more'), { status: 'open' }, one('z', 1), 'me'))).toEqual(['a'])
  })
})
