import { Button } from '@mantine/core'
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { IconArrowDown, IconMessageCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/Empty'
import { Missing } from '../ui/Missing'
import { Trouble } from '../ui/Trouble'
import { Announcer } from './Announcer'
import { placeOf, type Line } from './lines'
import { LineView } from './LineView'
import styles from './Thread.module.css'
import { ThreadSkeleton } from './ThreadSkeleton'
import { useThread } from './useThread'

/** Begins at the newest words, or at one message or note from which it is scrolled in both directions. */
export function Thread({ conversationId, at }: { conversationId: string; at?: string }) {
  const { t } = useTranslation()
  const thread = useThread(conversationId, at)
  const { items, lines, own, error, isPending, hasNextPage, hasPreviousPage, isFetchNextPageError, isFetchPreviousPageError, refetch } = thread
  const toPresent = useToPresent()
  useOwnWords(own, hasPreviousPage ? toPresent : undefined)
  const body = () => {
    if (isPending) return <ThreadSkeleton />
    if (error && lines.length === 0) return <Trouble error={error} onRetry={() => void refetch()} />
    if (lines.length === 0) return <Empty icon={<IconMessageCircle />} title={t('thread.empty')} />
    const still = !thread.isFetchingNextPage && !thread.isFetchingPreviousPage
    const older = () => void (hasNextPage && still && !isFetchNextPageError && thread.fetchNextPage())
    const newer = () => void (hasPreviousPage && still && !isFetchPreviousPageError && thread.fetchPreviousPage())
    return (
      <>
        {isFetchNextPageError && error && <Missing error={error} onRetry={() => void thread.fetchNextPage()} />}
        <Lines
          conversationId={conversationId}
          lines={lines}
          own={own}
          at={at}
          onStart={older}
          onEnd={newer}
          onLatest={hasPreviousPage ? toPresent : undefined}
        />
        {isFetchPreviousPageError && error && <Missing error={error} onRetry={() => void thread.fetchPreviousPage()} />}
      </>
    )
  }
  return (
    <section className={styles.thread} aria-label={t('thread.messages')}>
      {body()}
      <Announcer items={hasPreviousPage ? NOTHING : items} />
    </section>
  )
}

const NOTHING: never[] = []

function useToPresent() {
  const navigate = useNavigate()
  return () => void navigate({ to: '.', search: (old) => ({ ...old, message: undefined }), replace: true })
}

interface LinesProps {
  conversationId: string
  lines: Line[]
  own: number
  at: string | undefined
  onStart: () => void
  onEnd: () => void
  /** How to come to the newest words where the end of these lines is not that. */
  onLatest: (() => void) | undefined
}

const NEAR = 80

function Lines({ conversationId, lines, own, at, onStart, onEnd, onLatest }: LinesProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const before = useRef(onLatest)
  useEffect(() => void (before.current = onLatest))
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]!.kind === 'message' ? 56 : 36),
    getItemKey: (index) => lines[index]!.id,
    anchorTo: 'end',
    // The last part that was looked up is read from where its reader is.
    followOnAppend: !onLatest && !before.current,
    scrollEndThreshold: NEAR,
    overscan: 10,
    paddingStart: 16,
    paddingEnd: 12,
  })
  useBeginning(virtualizer, at === undefined ? -1 : placeOf(lines, at))
  useOwnWords(own, onLatest ? undefined : virtualizer.scrollToEnd)
  const virtual = virtualizer.getVirtualItems()
  const atStart = virtual[0]?.index === 0
  const atEnd = virtual.at(-1)?.index === lines.length - 1
  useEffect(() => {
    if (atStart) onStart()
    // A short part of a thread is in sight from its first line to its last.
    if (atEnd) onEnd()
  })
  const latest = onLatest ?? (virtualizer.isAtEnd(NEAR) ? undefined : () => virtualizer.scrollToEnd({ behavior: 'smooth' }))

  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="group" aria-label={t('thread.messages')}>
      <ol className={styles.lines} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtual.map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={styles.line}
            aria-current={placeOf(lines, at) === index ? 'location' : undefined}
            style={{ transform: `translateY(${start}px)` }}
          >
            <LineView conversationId={conversationId} line={lines[index]!} />
          </li>
        ))}
      </ol>
      {latest && (
        <Button className={styles.latest} radius="xl" variant="default" leftSection={<IconArrowDown size="1rem" />} onClick={latest}>
          {t('thread.latest')}
        </Button>
      )}
    </div>
  )
}

/**
 * Begins at one line, or at the newest words, which it keeps in sight when the room for them changes, as under a growing
 * composer.
 */
function useBeginning(virtualizer: Virtualizer<HTMLDivElement, Element>, place: number) {
  const first = useRef(place)
  useLayoutEffect(() => {
    const scroller = virtualizer.scrollElement
    if (!scroller) return
    let atEnd = first.current < 0
    const onScroll = () => (atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR)
    const resized = new ResizeObserver(() => atEnd && virtualizer.scrollToEnd())
    scroller.addEventListener('scroll', onScroll, { passive: true })
    resized.observe(scroller)
    if (atEnd) virtualizer.scrollToEnd()
    else virtualizer.scrollToIndex(first.current, { align: 'center' })
    return () => {
      scroller.removeEventListener('scroll', onScroll)
      resized.disconnect()
    }
  }, [virtualizer])
}

/** Whoever writes wants to see what was written, wherever the thread was scrolled to. */
function useOwnWords(own: number, show: (() => void) | undefined) {
  const before = useRef(own)
  useEffect(() => {
    if (own > before.current) show?.()
    before.current = own
  }, [own, show])
}
