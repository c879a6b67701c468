import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queries } from '../api/queries'
import { flatten } from '../api/timeline'
import { useOutgoing } from '../outbox/OutboxProvider'
import { linesOf } from './lines'

export function useThread(conversationId: string) {
  const timeline = useInfiniteQuery(queries.timeline(conversationId))
  const outgoing = useOutgoing()
  const items = useMemo(() => flatten(timeline.data), [timeline.data])
  const lines = useMemo(
    () => linesOf(items, outgoing.filter((item) => item.conversationId === conversationId), !timeline.hasNextPage), // prettier-ignore
    [items, outgoing, conversationId, timeline.hasNextPage],
  )
  return { ...timeline, items, lines }
}
