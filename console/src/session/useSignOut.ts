import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import * as access from '../api/access'
import { forgetDrafts } from '../composer/drafts'
import { clearShelf } from '../outbox/shelf'
import { useMe } from './me'

/** Leaves nothing of the conversations behind on this machine. */
export function useSignOut() {
  const client = useQueryClient()
  const router = useRouter()
  const { user } = useMe()
  return useMutation({
    mutationFn: access.signOut,
    onSuccess: async () => {
      forgetDrafts()
      await router.navigate({ to: '/sign-in', search: {} })
      client.clear()
      await clearShelf(user.id)
    },
  })
}
