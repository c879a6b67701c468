import { Button } from '@mantine/core'
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { IconArrowDown, IconMessageCircle } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/Empty'
import { Missing } from '../ui/Missing'
import { Trouble } from '../ui/Trouble'
import { Announcer } from './Announcer'
import type { Line } from './lines'
import { LineView } from './LineView'
import styles from './Thread.module.css'
import { ThreadSkeleton } from './ThreadSkeleton'
import { useThread } from './useThread'

export function Thread({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const thread = useThread(conversationId)
  const { items, lines, error, isPending, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = thread
  const body = () => {
    if (isPending) return <ThreadSkeleton />
    if (error && lines.length === 0) return <Trouble error={error} onRetry={() => void refetch()} />
    if (lines.length === 0) return <Empty icon={<IconMessageCircle />} title={t('thread.empty')} />
    const more = () => void (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && fetchNextPage())
    return (
      <>
        {isFetchNextPageError && error && <Missing error={error} onRetry={() => void fetchNextPage()} />}
        <Lines conversationId={conversationId} lines={lines} onStart={more} />
      </>
    )
  }
  return (
    <section className={styles.thread} aria-label={t('thread.messages')}>
      {body()}
      <Announcer items={items} />
    </section>
  )
}

interface LinesProps {
  conversationId: string
  lines: Line[]
  onStart: () => void
}

const NEAR = 80

function Lines({ conversationId, lines, onStart }: LinesProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]!.kind === 'message' ? 56 : 36),
    getItemKey: (index) => lines[index]!.id,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: NEAR,
    overscan: 10,
    paddingStart: 16,
    paddingEnd: 12,
  })
  useEnd(virtualizer)
  useOwnWordsInSight(lines, virtualizer.scrollToEnd)
  const virtual = virtualizer.getVirtualItems()
  const atStart = virtual[0]?.index === 0
  useEffect(() => {
    if (atStart) onStart()
  })

  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="group" aria-label={t('thread.messages')}>
      <ol className={styles.lines} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtual.map(({ index, key, start }) => (
          <li key={key} ref={virtualizer.measureElement} data-index={index} className={styles.line} style={{ transform: `translateY(${start}px)` }}>
            <LineView conversationId={conversationId} line={lines[index]!} />
          </li>
        ))}
      </ol>
      {!virtualizer.isAtEnd(NEAR) && (
        <Button className={styles.latest} radius="xl" variant="default" leftSection={<IconArrowDown size="1rem" />} onClick={() => virtualizer.scrollToEnd({ behavior: 'smooth' })}>
          {t('thread.latest')}
        </Button>
      )}
    </div>
  )
}

/** Begins at the newest words and keeps them in sight when the room for them changes, as under a growing composer. */
function useEnd(virtualizer: Virtualizer<HTMLDivElement, Element>) {
  useLayoutEffect(() => {
    const scroller = virtualizer.scrollElement
    if (!scroller) return
    let atEnd = true
    const onScroll = () => (atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR)
    const resized = new ResizeObserver(() => atEnd && virtualizer.scrollToEnd())
    scroller.addEventListener('scroll', onScroll, { passive: true })
    resized.observe(scroller)
    virtualizer.scrollToEnd()
    return () => {
      scroller.removeEventListener('scroll', onScroll)
      resized.disconnect()
    }
  }, [virtualizer])
}

/** Whoever writes wants to see what was written, wherever the thread was scrolled to. */
function useOwnWordsInSight(lines: Line[], scrollToEnd: () => void) {
  const own = lines.filter(({ kind }) => kind === 'outgoing').length
  const before = useRef(own)
  useEffect(() => {
    if (own > before.current) scrollToEnd()
    before.current = own
  }, [own, scrollToEnd])
}
