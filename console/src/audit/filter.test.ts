import { describe, expect, it } from 'vitest'
import { filterOf, readAuditSearch } from './filter'

describe('the filter of the activity log', () => {
  it('lasts from the first moment of one day to the last of another, where somebody is', () => {
    const { from, to } = filterOf({ from: '2026-03-26', to: '2026-03-28' })
    expect(new Date(from!)).toEqual(new Date(2026, 2, 26))
    expect(new Date(to!)).toEqual(new Date(2026, 2, 29))
  })
  it('takes nothing from an address that is not what it should be', () => {
    expect(readAuditSearch({ action: '<b>', user: 'me', from: 'yesterday', to: 20260328 })).toEqual({})
  })
  it('takes all that an address says', () => {
    const search = { action: 'access.signed-in', user: '0193b0a4-7c1e-7e3c-8f6d-2f0f6a6c1b11', from: '2026-03-26', to: '2026-03-28' }
    expect(readAuditSearch(search)).toEqual(search)
  })
})
