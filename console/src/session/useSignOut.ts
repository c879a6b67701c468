import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import * as access from '../api/access'
import { forgetDrafts } from '../composer/drafts'
import { i18next, switchLanguage } from '../i18n'
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
      // What the browser keeps for this site is gone now, and with it the language of whoever comes next.
      await switchLanguage(i18next.language)
      await router.navigate({ to: '/sign-in', search: {} })
      client.clear()
      await clearShelf(user.id)
    },
  })
}
