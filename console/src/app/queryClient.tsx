import { notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import { i18next } from '../i18n'

declare module '@tanstack/react-query' {
  interface Register {
    /** A quiet mutation shows its refusal where it was asked for. */
    mutationMeta: { quiet?: boolean }
  }
}

/** What somebody asked for and did not get is always said, in the server's words where it has any. */
function explain(error: Error) {
  const unreachable = isProblem(error, 'unreachable')
  notifications.show({
    color: 'red',
    title: i18next.t('problem.title'),
    message: <span dir="auto">{unreachable ? i18next.t('problem.unreachable') : error.message || i18next.t('problem.unexpected')}</span>,
  })
}

export function createQueryClient(onSignedOut: () => void) {
  const noticeEnd = (error: Error) => {
    const ended = isProblem(error, 'sign-in-required')
    if (ended) onSignedOut()
    return ended
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (!noticeEnd(error) && !mutation.meta?.quiet && !isProblem(error, 'confirm-it-is-you')) explain(error)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 3 && isProblem(error) && error.passing,
      },
      mutations: { networkMode: 'always' },
    },
  })
  client.setQueryDefaults(queries.me.queryKey, { retry: false })
  return client
}
