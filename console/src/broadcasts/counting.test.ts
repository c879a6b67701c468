import { describe, expect, it } from 'vitest'
import { reached, share } from './counting'

describe('what came of a broadcast', () => {
  it('counts whoever has read a message among those it was delivered and sent to', () => {
    expect(reached({ sent: 1, delivered: 2, read: 3 })).toEqual({ sent: 6, delivered: 5, read: 3 })
  })

  it('is a share of nobody as long as there is nobody', () => {
    expect(share(0, 0)).toBe(0)
    expect(share(1, 4)).toBe(0.25)
  })
})
