import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as routing from '../api/routing'
import { queries } from '../api/queries'
import { usePermissions } from '../session/me'

/** How the signed-in agent stands; nothing is asked for whoever answers nobody. */
export function useAvailability() {
  const may = usePermissions()('ANSWER_CONVERSATIONS')
  return { may, ...useQuery({ ...queries.availability, enabled: may }) }
}

/** What was stays on screen until the server has said otherwise. */
export function useBecome() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: routing.putAvailability,
    onSuccess: (own) => client.setQueryData(queries.availability.queryKey, own),
    onError: () => client.invalidateQueries({ queryKey: queries.availability.queryKey }),
  })
}
