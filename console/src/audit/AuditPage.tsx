import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { peopleQueries } from '../api/people'
import type { AuditEntry } from '../api/types'
import { usePermissions } from '../session/me'
import { Empty } from '../ui/Empty'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { More } from '../ui/More'
import { Card, Page } from '../ui/Page'
import { Moment } from '../ui/Time'
import { Trouble } from '../ui/Trouble'
import styles from './AuditPage.module.css'
import { filterOf } from './filter'
import { Export, Filters } from './Filters'
import { useActionWords } from './useActionWords'

const route = getRouteApi('/shell/activity')

export function AuditPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const may = usePermissions()
  const log = useInfiniteQuery(peopleQueries.audit(filterOf(search)))
  const { data, error, isPending, refetch } = log
  const isFiltered = Object.values(search).some(Boolean)
  const entries = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')} action={may('EXPORT_AUDIT') && <Export search={search} />}>
      <Filters search={search} />
      <Card>
        {isPending ? (
          <LinesSkeleton />
        ) : error && entries.length === 0 ? (
          <Trouble error={error} onRetry={() => void refetch()} />
        ) : entries.length === 0 ? (
          <Empty
            icon={<IconHistory />}
            title={isFiltered ? t('audit.nothing') : t('audit.empty')}
            hint={isFiltered ? t('audit.nothingHint') : t('audit.emptyHint')}
          />
        ) : (
          <ol className={styles.entries}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </Card>
      <More of={log}>{t('audit.more')}</More>
    </Page>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation()
  const words = useActionWords()
  return (
    <li className={styles.entry}>
      <span className={styles.at}>
        <Moment at={entry.at} />
      </span>
      <bdi className={styles.who}>{entry.actor?.name || t('audit.nobody')}</bdi>
      <span className={styles.what}>
        {words(entry)}
        {entry.from && <Whence from={entry.from} />}
      </span>
      <Subject entry={entry} />
    </li>
  )
}

/** From where somebody came who signed in, or tried to. */
function Whence({ from: { browser, system, address } }: { from: NonNullable<AuditEntry['from']> }) {
  const known = [browser, system, address].filter(Boolean)
  return known.length > 0 && (
    <span className={styles.whence}>
      <bdi>{known.join(' · ')}</bdi>
    </span>
  )
}

/** What it was done to: a conversation is called by whom it is with, and is one click away. */
function Subject({ entry: { action, actor, person, subject, names } }: { entry: AuditEntry }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const name = names[subject]
  if (action.startsWith('conversation.') && may('READ_CONVERSATIONS'))
    return (
      <Link className={styles.link} to="/inbox/$view/$conversationId" params={{ view: 'open', conversationId: subject }}>
        <bdi>{name ?? t('audit.show')}</bdi>
      </Link>
    )
  if (action.startsWith('contact.') && may('READ_CONTACTS'))
    return (
      <Link className={styles.link} to="/contacts/$contactId" params={{ contactId: subject }}>
        <bdi>{name ?? t('audit.showContact')}</bdi>
      </Link>
    )
  return <bdi>{(subject === actor?.id ? null : name) ?? person?.name}</bdi>
}
