import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { piece } from '../api/code'
import { queries } from '../api/queries'
import type { Conversation as Opened } from '../api/types'
import { Composer } from '../composer/Composer'
import { listFilter, viewOf, type View } from '../inbox/views'
import { useAction } from '../keys/useAction'
import { useMe } from '../session/me'
import { Trouble } from '../ui/Trouble'
import styles from './Conversation.module.css'
import { Head } from './Head'
import { HeadSkeleton } from './HeadSkeleton'
import { Thread } from './Thread'
import { usePanel } from './usePanel'
import { useReadMark } from './useReadMark'

const ContactPanel = piece(() => import('../contact/ContactPanel'))
const route = getRouteApi('/shell/inbox/$view/$conversationId')

export function Conversation() {
  const { view, conversationId } = route.useParams()
  const { message } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: conversation, error, refetch } = useQuery(queries.conversation(conversationId))
  const panel = usePanel()
  // Whoever looks at what was said long ago has not read what is new.
  useReadMark(message ? undefined : conversation)
  useFollow(conversation)
  useAction('panel', panel.toggle)
  useAction('back', () => void navigate({ to: '/inbox/$view', params: { view }, search: listFilter }))

  if (error && !conversation) return <Trouble error={error} onRetry={() => void refetch()} />
  return (
    <div className={styles.panes} data-panel={panel.shown || undefined}>
      <div key={conversationId} className={styles.thread}>
        {conversation ? <Head conversation={conversation} panel={panel} /> : <HeadSkeleton />}
        <Thread key={message ?? ''} conversationId={conversationId} at={message} />
        {conversation && <Composer conversation={conversation} />}
      </div>
      <Suspense>
        {panel.shown && conversation && (
          <ContactPanel conversation={conversation} beside={panel.beside} onClose={panel.toggle} />
        )}
      </Suspense>
    </div>
  )
}

/** Keeps the opened conversation in the list beside it when it leaves for another view, as when it is taken from the queue. */
function useFollow(conversation: Opened | undefined) {
  const { view, conversationId } = route.useParams()
  const navigate = route.useNavigate()
  const { user } = useMe()
  const right = conversation?.id === conversationId ? viewOf(view as View, conversation, user.id) : view
  useEffect(() => {
    if (right !== view) void navigate({ to: '.', params: (old) => ({ ...old, view: right }), search: (old) => old, replace: true })
  }, [right, view, navigate])
}
