import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import { i18next, speak } from '../i18n'
import type { News } from '../live/news'

const SHOWN = 15_000

/** Whether the time of something that was offered to somebody went by. */
export const isPassed = (me: string | undefined, { kind, colleagueId, answer }: News) =>
  kind === 'conversation.offer-ended' && answer === 'passed' && colleagueId === me

/** Tells an agent that somebody else is asked now, and whether they themselves are asked any more. */
export async function tellPassed(client: QueryClient) {
  const [own] = await Promise.all([client.fetchQuery({ ...queries.availability, staleTime: 0 }), speak('pages')])
  notifications.show({
    id: 'offer-passed',
    color: 'yellow',
    autoClose: SHOWN,
    message: i18next.t(own.availability === 'away' ? 'offers.passedAway' : 'offers.passed'),
  })
}
