import { useQuery } from '@tanstack/react-query'
import { queries } from '../api/queries'
import type { Me, Permission } from '../api/types'

/** Who is signed in; asked only below the shell, which is not shown to anybody else. */
export function useMe(): Me {
  const { data } = useQuery(queries.me)
  if (!data) throw new Error('Nobody is signed in')
  return data
}

export function usePermissions() {
  const { permissions } = useMe()
  return (permission: Permission) => permissions.includes(permission)
}
