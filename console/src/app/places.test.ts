import { describe, expect, it } from 'vitest'
import type { Permission } from '../api/types'
import { mayOpen, openTo } from './places'

const may = (...granted: Permission[]) => (permission: Permission) => granted.includes(permission)

describe('what is open to somebody', () => {
  it('begins with the inbox for whoever reads conversations', () => {
    expect(openTo(may('READ_AUDIT', 'READ_CONVERSATIONS'))[0]).toMatchObject({ under: '/inbox' })
  })
  it('is the pages of the operator for the operator', () => {
    expect(openTo(may('OPERATE')).map(({ under }) => under)).toEqual(['/operations', '/tenants', '/settings'])
  })
  it('is what is one\'s own for whoever is permitted nothing', () => {
    expect(openTo(may()).map(({ under }) => under)).toEqual(['/settings'])
    expect(mayOpen('/settings/security', may())).toBe(true)
  })
  it('is everything below an open page and nothing below a closed one', () => {
    expect(mayOpen('/inbox/open/c1', may('READ_CONVERSATIONS'))).toBe(true)
    expect(mayOpen('/inbox/open/c1', may('OPERATE'))).toBe(false)
  })
  it('leaves addresses that lead nowhere to be not found', () => {
    expect(mayOpen('/inboxes', may())).toBe(true)
  })
  it('has the settings of the business for those only who may set them', () => {
    expect(mayOpen('/settings/policy', may('READ_CONVERSATIONS'))).toBe(false)
    expect(mayOpen('/settings/policy', may('MANAGE_SECURITY_POLICY'))).toBe(true)
  })
})
