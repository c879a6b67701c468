import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBrandMeta } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import type { SignupGrant } from '../api/types'

interface ComeBack {
  state: string | null
  code: string | null
}

const WAY_BACK = 'moked-signup'

/** Meta's window comes back to this page: it tells the one that opened it, and is gone. */
function tellTheOpener() {
  const told = new URLSearchParams(location.search)
  if (!told.has('state') || !(told.has('code') || told.has('error'))) return
  const channel = new BroadcastChannel(WAY_BACK)
  channel.postMessage({ state: told.get('state'), code: told.get('code') } satisfies ComeBack)
  channel.close()
  window.close()
}

/** Owners of a number say in Meta's own window that it may come here; shown only where the installation can do that. */
export function SignupButton({ onGranted }: { onGranted: (grant: SignupGrant) => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(queries.signup)
  const state = useRef<string>(undefined)
  const exchange = useMutation({ mutationFn: numbers.grant, onSuccess: onGranted })
  const { mutate } = exchange
  useEffect(tellTheOpener, [])
  useEffect(() => {
    const channel = new BroadcastChannel(WAY_BACK)
    channel.onmessage = ({ data: back }: MessageEvent<ComeBack>) => {
      // What answers no question of ours, or another one, is nobody's.
      if (!state.current || back.state !== state.current) return
      state.current = undefined
      if (back.code) mutate(back.code)
      else notifications.show({ message: t('channels.signupGivenUp') })
    }
    return () => channel.close()
  }, [mutate, t])
  if (!data?.address) return null
  const { address } = data
  const open = () => {
    state.current = crypto.randomUUID()
    window.open(`${address}&state=${state.current}`, '_blank', 'popup,width=700,height=800')
  }
  return (
    <Button variant="default" leftSection={<IconBrandMeta size="1rem" />} loading={exchange.isPending} onClick={open}>
      {t('channels.signup')}
    </Button>
  )
}
