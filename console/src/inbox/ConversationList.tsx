import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { useAction } from '../keys/useAction'
import { usePreferences } from '../ui/preferences'
import { Missing } from '../ui/Missing'
import { Trouble } from '../ui/Trouble'
import styles from './ConversationList.module.css'
import { EmptyList } from './EmptyList'
import { ListSkeleton } from './ListSkeleton'
import { Row } from './Row'
import { useConversations } from './useInbox'

const HEIGHT = { comfortable: 56, compact: 44 }

export function ConversationList() {
  const { conversations, error, isPending, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = useConversations()
  if (isPending) return <ListSkeleton />
  if (error && conversations.length === 0) return <Trouble error={error} onRetry={() => void refetch()} />
  if (conversations.length === 0) return <EmptyList />
  const more = () => void (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && fetchNextPage())
  return (
    <>
      <Rows conversations={conversations} onEnd={more} />
      {isFetchNextPageError && error && <Missing error={error} onRetry={() => void fetchNextPage()} />}
    </>
  )
}

function Rows({ conversations, onEnd }: { conversations: Conversation[]; onEnd: () => void }) {
  const { t } = useTranslation()
  const { density } = usePreferences()
  const scroller = useRef<HTMLDivElement>(null)
  const { active, setActive, move } = useRoving(conversations)
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by a compiler
  const rows = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT[density],
    getItemKey: (index) => conversations[index]!.id,
    // The row that holds the focus must not vanish while others scroll by.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
    overscan: 8,
  })
  useEffect(() => rows.measure(), [density, rows])

  const virtual = rows.getVirtualItems()
  const last = virtual.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= conversations.length - 10) onEnd()
  })

  function step(by: 1 | -1) {
    const next = move(by)
    rows.scrollToIndex(next)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus())
  }
  useAction('next', () => step(1))
  useAction('previous', () => step(-1))

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.rows} style={{ blockSize: rows.getTotalSize() }} aria-label={t('inbox.list')}>
        {virtual.map(({ index, key, start }) => (
          <Row
            key={key}
            index={index}
            total={conversations.length}
            conversation={conversations[index]!}
            tabbable={index === active}
            density={density}
            offset={start}
            onFocus={setActive}
          />
        ))}
      </ul>
    </div>
  )
}

/** One row at a time is a tab stop: the one last focused or opened, wherever the list has carried it since. */
function useRoving(conversations: Conversation[]) {
  const { conversationId } = useParams({ strict: false })
  const [focused, setFocused] = useState({ id: conversationId, while: conversationId })
  const chosen = focused.while === conversationId ? focused.id : conversationId
  const setActive = (id: string) => setFocused({ id, while: conversationId })
  const found = conversations.findIndex(({ id }) => id === chosen)
  const active = Math.max(found, 0)
  const move = (by: 1 | -1) =>
    found < 0 && by === 1 ? 0 : Math.min(conversations.length - 1, Math.max(0, active + by))
  return { active, setActive, move }
}
