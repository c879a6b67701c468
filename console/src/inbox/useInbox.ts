import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queries } from '../api/queries'
import { inOrder, queryOf, type View } from './views'

const route = getRouteApi('/shell/inbox/$view')
const QUEUE_PAGES = 6

export function useView() {
  const { view } = route.useParams()
  return { view: view as View, filter: route.useSearch(), navigate: route.useNavigate() }
}

export function useConversations() {
  const { view, filter } = useView()
  const list = useInfiniteQuery({ ...queries.conversations(queryOf(view, filter)), placeholderData: keepPreviousData })
  const pages = list.data?.pages ?? []
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list
  // The one who waits longest wrote longest ago and so stands on the queue's last page.
  const unfinished = view === 'queue' && !filter.order && hasNextPage && !isFetching && !isFetchNextPageError && pages.length < QUEUE_PAGES
  useEffect(() => {
    if (unfinished) void fetchNextPage()
  }, [unfinished, fetchNextPage])
  return { ...list, conversations: inOrder(view, pages.flatMap((page) => page.items), filter.order) } // prettier-ignore
}
