import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import type { Me, OwnSession } from '../api/types'
import { mayOpen } from '../app/places'
import { switchLanguage } from '../i18n'

/** Leads a session on: into the console once it is complete, and to the step it lacks until then. */
export function useEnter() {
  const client = useQueryClient()
  const router = useRouter()
  const { next } = useSearch({ strict: false })

  async function goIn() {
    const me = await calls.getMe()
    client.clear()
    client.setQueryData(queries.me.queryKey, me)
    await switchLanguage(me.user.language)
    await router.navigate({ href: next && leadsOn(next, me) ? next : '/', replace: true })
  }

  async function takeStep(session: OwnSession) {
    if (session.standing === 'complete') return goIn()
    client.setQueryData(queries.session.queryKey, session)
    await switchLanguage(session.language)
    await router.navigate({ to: '/sign-in', search: { next, unfinished: true }, replace: true })
  }

  return { takeStep, goIn }
}

/** Where somebody was sent from may be closed to whoever signs in now. */
const leadsOn = (next: string, { permissions }: Me) =>
  mayOpen(new URL(next, location.origin).pathname, (permission) => permissions.includes(permission))
