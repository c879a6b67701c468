import { useQuery } from '@tanstack/react-query'
import { queries } from '../api/queries'
import { usePermissions } from '../session/me'

/** How the signed-in agent stands; nothing is asked for whoever answers nobody. */
export function useAvailability() {
  const may = usePermissions()('ANSWER_CONVERSATIONS')
  return { may, ...useQuery({ ...queries.availability, enabled: may }) }
}
