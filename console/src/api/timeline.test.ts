import { describe, expect, it } from 'vitest'
import { message } from './samples'
import { flatten, idOf, mergeHead, mergeItem, setStatus, type Timeline } from './timeline'
import type { TimelineItem } from './types'

const said = (id: string, minute: number) => message({ id, at: `2026-11-23T10:${String(minute).padStart(2, '0')}:00Z` })
const known = (...items: TimelineItem[]): Timeline => ({ pages: [{ items, next: null }], pageParams: [null] })
const ids = (timeline: Timeline) => flatten(timeline).map(idOf)

describe('the newest page laid over a timeline', () => {
  it('adds what is new and keeps what is older', () => {
    const merged = mergeHead(known(said('b', 2), said('a', 1)), { items: [said('c', 3), said('b', 2)], next: 'x' })
    expect(ids(merged)).toEqual(['a', 'b', 'c'])
  })
  it('starts afresh when there may be a gap between the two', () => {
    const merged = mergeHead(known(said('a', 1)), { items: [said('y', 9), said('x', 8)], next: 'more' })
    expect(ids(merged)).toEqual(['x', 'y'])
    expect(merged.pages.at(-1)!.next).toBe('more')
  })
  it('never takes back how far a message has got', () => {
    const sent = message({ id: 'a', direction: 'outbound', status: 'read' })
    const late = message({ id: 'a', direction: 'outbound', status: 'sent' })
    const [item] = flatten(mergeHead(known(sent), { items: [late], next: null }))
    expect(item).toMatchObject({ message: { status: 'read' } })
  })
})

it('puts an answered message in its place by time', () => {
  expect(ids(mergeItem(known(said('c', 3), said('a', 1)), said('b', 2)))).toEqual(['a', 'b', 'c'])
})

it('ignores the news that a read message is delivered', () => {
  const timeline = setStatus(known(message({ id: 'a', status: 'read' })), 'a', 'delivered')
  expect(flatten(timeline)[0]).toMatchObject({ message: { status: 'read' } })
})

it('shows an item once even where two pages overlap', () => {
  const pages = [{ items: [said('b', 2)], next: 'x' }, { items: [said('b', 2), said('a', 1)], next: null }]
  expect(ids({ pages, pageParams: [null, 'x'] })).toEqual(['a', 'b'])
})
