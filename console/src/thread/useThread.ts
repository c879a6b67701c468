import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queries } from '../api/queries'
import { flatten } from '../api/timeline'
import { useOutgoing } from '../outbox/OutboxProvider'
import { linesOf } from './lines'

/** What is said in a conversation: up to now, or around one message or note as far as somebody has scrolled. */
export function useThread(conversationId: string, at?: string) {
  const present = useInfiniteQuery({ ...queries.timeline(conversationId), enabled: !at })
  const around = useInfiniteQuery({ ...queries.timelineAround(conversationId, at ?? ''), enabled: !!at })
  const timeline = at ? around : present
  const outgoing = useOutgoing()
  const items = useMemo(() => flatten(timeline.data), [timeline.data])
  const own = useMemo(() => outgoing.filter((item) => item.conversationId === conversationId), [outgoing, conversationId])
  const { hasNextPage, hasPreviousPage } = timeline
  const lines = useMemo(() => linesOf(items, hasPreviousPage ? [] : own, !hasNextPage), [items, own, hasNextPage, hasPreviousPage])
  return { ...timeline, items, lines, own: own.length }
}
