import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queries } from '../api/queries'
import { batch, sparing } from './batch'
import { digest, everything, lookAtOneself, type News } from './news'
import { tellOwn } from './own'
import { openStream } from './stream'

/** A stream that breaks off over and over asks for everything no more often than this. */
const PAUSE = 3_000

/** Keeps everything on screen true for as long as somebody is signed in. */
export function useLive() {
  const client = useQueryClient()
  const router = useRouter()
  useEffect(
    () =>
      openStream({
        onNews: batch<News>((news) => void digest(client, news).then(() => tellOwn(client, router, news)).catch(() => {})),
        onReturn: () => void lookAtOneself(client),
        onGap: sparing<void>(() => void everything(client), PAUSE),
        onRefused: () => void client.refetchQueries({ queryKey: queries.me.queryKey }),
      }),
    [client, router],
  )
}
