import { useMutation, useQueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import * as attendance from '../api/attendance'

/** What was stays on screen until the server has said otherwise. */
export function useBecome() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: attendance.putAvailability,
    onSuccess: (own) => client.setQueryData(queries.availability.queryKey, own),
    onError: () => client.invalidateQueries({ queryKey: queries.availability.queryKey }),
  })
}
