import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import * as access from '../api/access'

/** Leaves a half-open session, so that somebody else can begin. */
export function StartOver() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const router = useRouter()
  const leave = useMutation({
    mutationFn: access.signOut,
    onSettled: async () => {
      await router.navigate({ to: '/sign-in', search: {}, replace: true })
      client.clear()
    },
  })
  return (
    <Button variant="subtle" color="gray" loading={leave.isPending} onClick={() => leave.mutate()}>
      {t('signIn.startOver')}
    </Button>
  )
}
