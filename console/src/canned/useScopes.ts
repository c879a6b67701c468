import { useQuery } from '@tanstack/react-query'
import { queries } from '../api/queries'
import type { CannedReply, Department } from '../api/types'
import { useMe, usePermissions } from '../session/me'

export type Scope = CannedReply['scope']

/** Where somebody may keep replies: the widest last. */
export function useScopes(): { scopes: Scope[]; departments: Department[] } {
  const { limits } = useMe()
  const manages = usePermissions()('MANAGE_CANNED_REPLIES')
  const { data } = useQuery(queries.departments)
  const limit = limits.MANAGE_CANNED_REPLIES
  const departments = data?.items.filter(({ id }) => !limit || limit.includes(id)) ?? []
  return { scopes: !manages ? ['own'] : limit ? ['own', 'department'] : ['own', 'department', 'business'], departments }
}
