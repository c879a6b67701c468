import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { AuditFilter, NewTenant, NewToken, NewUser, Permission, Tenant, UserChanges } from './types'

const at = (id: string) => ({ params: { path: { id } } })

export const listAllUsers = () => body(() => api.GET('/api/v1/users', { params: { query: { state: 'all' } } }))
export const listInvitations = () => body(() => api.GET('/api/v1/invitations'))
export const listAddressChanges = () => body(() => api.GET('/api/v1/address-changes'))
export const invite = (user: NewUser) => body(() => api.POST('/api/v1/users', { body: user }))
export const inviteAgain = (id: string) => body(() => api.POST('/api/v1/users/{id}/invitation', at(id)))
export const changeUser = (id: string, changes: UserChanges) =>
  body(() => api.PATCH('/api/v1/users/{id}', { ...at(id), body: changes }))
export const deactivate = (id: string) => body(() => api.PUT('/api/v1/users/{id}/deactivation', at(id)))
export const reactivate = (id: string) => body(() => api.DELETE('/api/v1/users/{id}/deactivation', at(id)))
export const endSessionsOf = (id: string) => body(() => api.DELETE('/api/v1/users/{id}/sessions', at(id)))
export const removeFactorsOf = (id: string) => body(() => api.DELETE('/api/v1/users/{id}/second-factors', at(id)))

export const listRoles = () => body(() => api.GET('/api/v1/roles'))
export const addRole = (name: string, permissions: Permission[]) =>
  body(() => api.POST('/api/v1/roles', { body: { name, permissions } }))
export const changeRole = (id: string, name: string, permissions: Permission[]) =>
  body(() => api.PATCH('/api/v1/roles/{id}', { ...at(id), body: { name, permissions } }))
export const removeRole = (id: string) => body(() => api.DELETE('/api/v1/roles/{id}', at(id)))

export const listTokens = () => body(() => api.GET('/api/v1/api-tokens'))
export const issueToken = (token: NewToken) => body(() => api.POST('/api/v1/api-tokens', { body: token }))
export const revokeToken = (id: string) => body(() => api.DELETE('/api/v1/api-tokens/{id}', at(id)))

const secretly = (secret: string) => ({ params: { header: { 'Link-Secret': secret } } })

export const askForNewPassword = (email: string) => body(() => api.POST('/api/v1/password-resets', { body: { email } }))
export const getPasswordLink = (secret: string) => body(() => api.GET('/api/v1/password-link', secretly(secret)))
export const confirmAddress = (secret: string) => body(() => api.PUT('/api/v1/password-link/address', secretly(secret)))
export const choosePassword = (secret: string, password: string) =>
  body(() => api.PUT('/api/v1/password-link/password', { ...secretly(secret), body: { password } }))

export const listTenants = (cursor: string | null) =>
  body(() => api.GET('/api/v1/tenants', { params: { query: { cursor: cursor ?? undefined, limit: 50 } } }))
export const found = (tenant: NewTenant) => body(() => api.POST('/api/v1/tenants', { body: tenant }))
export const inviteFirstAgain = (id: string) => body(() => api.POST('/api/v1/tenants/{id}/invitation', at(id)))
export const turnTenant = (id: string, state: Tenant['state']) =>
  body(() => api.PUT('/api/v1/tenants/{id}/state', { ...at(id), body: { state } }))

export const listAuditEntries = (filter: AuditFilter, cursor: string | null) =>
  body(() => api.GET('/api/v1/audit-entries', { params: { query: { ...filter, cursor: cursor ?? undefined, limit: 50 } } }))
export const exportAudit = async (filter: AuditFilter, format: 'csv' | 'jsonl') =>
  (await body(() => api.GET('/api/v1/audit-entries/export', { params: { query: { ...filter, format } }, parseAs: 'blob' }))) as Blob

/** Asked for by their own pages only, so the inbox need not wait for them. */
export const peopleQueries = {
  audit: (filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: ['audit', filter],
      queryFn: ({ pageParam }) => listAuditEntries(filter, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    }),
  allUsers: queryOptions({ queryKey: ['users', 'all'], queryFn: listAllUsers }),
  invitations: queryOptions({ queryKey: ['invitations'], queryFn: listInvitations }),
  addressChanges: queryOptions({ queryKey: ['address-changes'], queryFn: listAddressChanges }),
  roles: queryOptions({ queryKey: ['roles'], queryFn: listRoles }),
  tokens: queryOptions({ queryKey: ['tokens'], queryFn: listTokens }),
  passwordLink: (secret: string) =>
    queryOptions({ queryKey: ['password-link', secret], queryFn: () => getPasswordLink(secret), staleTime: Infinity, retry: false }),
  tenants: infiniteQueryOptions({
    queryKey: ['tenants'],
    queryFn: ({ pageParam }) => listTenants(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  }),
}
