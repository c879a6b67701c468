import { expect, it } from 'vitest'
import { figureOf, obstaclesOf } from './reasons'

const at = '2026-11-28T10:00:00Z'
const seconds = Date.parse(at) / 1000

it('tells only what stands in somebody\'s way, always in the same order', () => {
  expect(obstaclesOf({ full: 1, not_available: 2, declined: 0 })).toEqual([
    { obstacle: 'not_available', count: 2 },
    { obstacle: 'full', count: 1 },
  ])
  expect(obstaclesOf({})).toEqual([])
})

it('tells how long somebody had been idle when it was decided', () => {
  expect(figureOf({ weights: { idleSince: seconds - 240 } }, { at })).toEqual({ counts: 'idle', milliseconds: 240_000 })
})

it('knows no time before the moment it begins', () => {
  expect(figureOf({ weights: { idleSince: seconds + 1 } }, { at })).toEqual({ counts: 'idle', milliseconds: 0 })
})

it('says of whoever was never given anything just that, and not since 1970', () => {
  expect(figureOf({ weights: { lastGiven: 0 } }, { at })).toEqual({ counts: 'neverGiven' })
  expect(figureOf({ weights: { lastGiven: seconds - 60 } }, { at })).toEqual({ counts: 'lastGiven', milliseconds: 60_000 })
})

it('tells nothing of a rule that it does not know', () => {
  expect(figureOf({ weights: {} }, { at })).toBeUndefined()
})

it('takes nothing held as a figure, too', () => {
  expect(figureOf({ weights: { occupied: 0 } }, { at })).toEqual({ counts: 'occupied', share: 0 })
})
