import { Button, VisuallyHidden } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { searchQueries } from '../api/search'
import { Empty } from '../ui/Empty'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { More } from '../ui/More'
import { Card } from '../ui/Page'
import { Trouble } from '../ui/Trouble'
import { isAboutWriting, isNarrowed, queryOf, type Search } from './filter'
import { ConversationHit, MessageHit } from './Hits'
import styles from './Search.module.css'
import { useReturn } from './useReturn'

interface Props {
  search: Search & { q: string }
  onClear: () => void
}

/** What was found: whom, what was written, and which files, each newest first. */
export function Results({ search, onClear }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const people = useInfiniteQuery({
    ...searchQueries.conversations({ q: search.q.trim(), department: search.department, channel: search.channel }),
    enabled: !isAboutWriting(search),
    placeholderData: keepPreviousData,
  })
  const messages = useInfiniteQuery({ ...searchQueries.messages(queryOf(search, false)), enabled: !search.file, placeholderData: keepPreviousData })
  const files = useInfiniteQuery({ ...searchQueries.messages(queryOf(search, true)), placeholderData: keepPreviousData })
  const asked = [people, messages, files].filter(({ isEnabled }) => isEnabled)
  const isPending = asked.some((one) => one.isPending)
  const isMoving = asked.some(({ isPlaceholderData }) => isPlaceholderData)
  const mark = useReturn(list, !isPending && !isMoving)
  const failed = asked.find(({ error, data }) => error && !data)
  const found = {
    people: people.isEnabled ? itemsOf(people.data) : [],
    messages: messages.isEnabled ? itemsOf(messages.data) : [],
    files: itemsOf(files.data),
  }
  const goesOn = [messages, files].some(({ isEnabled, hasNextPage }) => isEnabled && hasNextPage)
  const count = found.people.length + found.messages.length + found.files.length

  if (isPending) return <Card><LinesSkeleton /></Card> // prettier-ignore
  if (failed) return <Card><Trouble error={failed.error!} onRetry={() => void failed.refetch()} /></Card> // prettier-ignore
  if (count === 0 && !goesOn)
    return (
      <Card>
        <VisuallyHidden role="status">{t('search.nothing')}</VisuallyHidden>
        <Empty
          icon={<IconSearchOff />}
          title={t('search.nothing')}
          hint={isNarrowed(search) ? t('search.nothingNarrowed') : t('search.nothingHint')}
          action={isNarrowed(search) && <Button variant="default" onClick={onClear}>{t('search.all')}</Button>} // prettier-ignore
        />
      </Card>
    )
  return (
    <div ref={list} className={styles.results} aria-busy={isMoving} onClick={mark}>
      <VisuallyHidden role="status">{t('search.count', { number: count })}</VisuallyHidden>
      {found.people.length > 0 && (
        <Group title={t('search.people')} more={<More of={people}>{t('search.more')}</More>}>
          {found.people.map((conversation) => (
            <ConversationHit key={conversation.id} conversation={conversation} words={search.q} />
          ))}
        </Group>
      )}
      {messages.isEnabled && (found.messages.length > 0 || messages.hasNextPage) && (
        <Group title={t('search.messages')} more={<More of={messages}>{t(found.messages.length > 0 ? 'search.more' : 'search.further')}</More>}>
          {found.messages.map((hit) => (
            <MessageHit key={hit.id} hit={hit} />
          ))}
        </Group>
      )}
      {(found.files.length > 0 || files.hasNextPage) && (
        <Group title={t('search.files')} more={<More of={files}>{t(found.files.length > 0 ? 'search.more' : 'search.further')}</More>}>
          {found.files.map((hit) => (
            <MessageHit key={hit.id} hit={hit} />
          ))}
        </Group>
      )}
    </div>
  )
}

const itemsOf = <Item,>(data: { pages: { items: Item[] }[] } | undefined) => data?.pages.flatMap(({ items }) => items) ?? []

function Group({ title, more, children }: { title: string; more: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.kind}>{title}</h2>
      <Card>
        <ul className={styles.hits}>{children}</ul>
      </Card>
      {more}
    </section>
  )
}
