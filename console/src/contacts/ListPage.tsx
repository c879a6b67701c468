import { Button, Group, Progress, Tabs } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/contactLists'
import { listQueries, type LineFilter } from '../api/contactLists'
import type { ContactList } from '../api/types'
import { NotPermitted } from '../app/NotPermitted'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import { BackLink } from '../ui/BackLink'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Padded, Page, Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { save } from '../ui/save'
import styles from './Contacts.module.css'
import { FirstLines } from './FirstLines'
import { PlanForm } from './PlanForm'
import { TONES } from './tones'

const route = getRouteApi('/shell/contacts/lists/$listId')

/** One file with contacts: what its columns mean, what is in it, and what has become of it. */
export function ListPage() {
  const { t } = useTranslation()
  const may = usePermissions()
  const { listId } = route.useParams()
  const list = useQuery({
    ...listQueries.one(listId),
    enabled: may('IMPORT_CONTACTS'),
    refetchInterval: ({ state }) => (state.data?.list.state === 'running' ? 1_000 : false),
  })
  if (!may('IMPORT_CONTACTS')) return <NotPermitted />
  return (
    <Page title={list.data?.list.fileName ?? t('lists.title')} action={list.data && <Remove list={list.data.list} />}>
      <BackLink to="/contacts/lists">{t('lists.back')}</BackLink>
      <Loaded of={list}>{({ list: one, firstLines }) => <Shown key={one.id} list={one} lines={firstLines} />}</Loaded>
    </Page>
  )
}

function Shown({ list, lines }: { list: ContactList; lines: string[][] }) {
  const { t } = useTranslation()
  const [isStale, setStale] = useState(false)
  const [checks, setChecks] = useState(0)
  const isOpen = list.state === 'read' || list.state === 'checked'
  return (
    <>
      {list.state !== 'read' && <Found key={checks} list={list} isStale={isStale} isNews={checks > 0} />}
      {list.state !== 'read' && <LeftOut list={list} />}
      {isOpen && (
        <>
          <Section title={t('lists.first')} lead={t('lists.firstLead')}>
            <FirstLines lines={lines} columns={list.columns} headed={list.plan.headed} />
          </Section>
          <PlanForm list={list} lines={lines} onStale={setStale} onChecked={() => setChecks(checks + 1)} />
        </>
      )}
    </>
  )
}

const VERDICTS = ['fresh', 'known', 'repeated', 'bad'] as const
const OUTCOMES = ['added', 'changed', 'failed'] as const

interface FoundProps {
  list: ContactList
  isStale: boolean
  /** Whether somebody has just asked for it, further down. */
  isNews: boolean
}

function Found({ list, isStale, isNews }: FoundProps) {
  const { t, i18n } = useTranslation()
  const found = useRef<HTMLDListElement>(null)
  useEffect(() => {
    if (!isNews) return
    found.current?.focus({ preventScroll: true })
    found.current?.scrollIntoView({ block: 'center' })
  }, [isNews])
  const may = usePermissions()
  const number = new Intl.NumberFormat(i18n.language)
  const { counts, state } = list
  const all = counts.fresh + counts.known
  const done = counts.added + counts.changed + counts.failed
  const start = useChange({ make: () => calls.startContactList(list.id), touches: [['contact-list', list.id], ['contact-lists']] })
  return (
    <Section title={t('lists.found')} action={<Chip tone={TONES[state]}>{t(`lists.state.${state}`)}</Chip>}>
      <Padded>
        <dl ref={found} className={styles.numbers} tabIndex={-1} aria-label={t('lists.found')}>
          {VERDICTS.map((one) => (
            <div key={one}>
              <dt>{t(`lists.counts.${one}`)}</dt>
              <dd>{number.format(counts[one])}</dd>
            </div>
          ))}
          {state !== 'checked' &&
            OUTCOMES.map((one) => (
              <div key={one}>
                <dt>{t(`lists.become.${one}`)}</dt>
                <dd>{number.format(counts[one])}</dd>
              </div>
            ))}
        </dl>
        {state === 'running' && (
          <>
            <Progress mt="md" value={all === 0 ? 0 : (100 * done) / all} aria-label={t('lists.state.running')} />
            <p className={styles.lead}>{t('lists.progress', { done: number.format(done), all: number.format(all) })}</p>
          </>
        )}
        {state === 'checked' && all === 0 && <p className={styles.lead}>{t('lists.nothingToTake')}</p>}
        {state === 'checked' && isStale && (
          <p className={styles.lead} role="status">
            {t('lists.changed')}
          </p>
        )}
        {state === 'checked' && all > 0 && (
          <Button mt="md" disabled={isStale} loading={start.isPending} onClick={() => start.mutate()}>
            {t('lists.take', { count: all, number: number.format(all) })}
          </Button>
        )}
        {list.endedAt && list.plan.label && (
          <Group component="p" mt="md" mb={0}>
            <Link className={styles.link} to="/contacts" search={{ label: list.plan.label }}>
              {t('lists.show')}
            </Link>
            {may('SEND_BROADCASTS') && (
              <Link className={styles.link} to="/broadcasts/new" search={{ label: list.plan.label }}>
                {t('lists.write')}
              </Link>
            )}
          </Group>
        )}
      </Padded>
    </Section>
  )
}

const LEFT_OUT = {
  bad: { verdict: 'bad' },
  repeated: { verdict: 'repeated' },
  failed: { outcome: 'failed' },
} satisfies Record<string, LineFilter>
type LeftOutAs = keyof typeof LEFT_OUT

/** Lines that are not taken in, and why. */
function LeftOut({ list: { id, counts, fileName } }: { list: ContactList }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  const [chosen, choose] = useState<LeftOutAs | null>(null)
  const take = useChange({ make: async () => save(await calls.getLeftOut(id), `left-out-${fileName}`), touches: [] })
  const there = (Object.keys(LEFT_OUT) as LeftOutAs[]).filter((as) => counts[as] > 0)
  const shown = chosen && there.includes(chosen) ? chosen : there[0]
  if (!shown) return null
  const words = (as: LeftOutAs) => t(as === 'failed' ? 'lists.become.failed' : `lists.counts.${as}`)
  return (
    <Section
      title={t('lists.leftOut')}
      action={
        <Button variant="default" leftSection={<IconDownload size="1rem" />} loading={take.isPending} onClick={() => take.mutate()}>
          {t('lists.leftOutFile')}
        </Button>
      }
    >
      <Tabs value={shown} onChange={(as) => choose(as as LeftOutAs)}>
        <Tabs.List aria-label={t('lists.leftOut')}>
          {there.map((as) => (
            <Tabs.Tab key={as} value={as}>
              {words(as)} <bdi>{number.format(counts[as])}</bdi>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {there.map((as) => (
          <Tabs.Panel key={as} value={as}>
            {as === shown && <LinesOf list={id} which={LEFT_OUT[as]} label={words(as)} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  )
}

function LinesOf({ list, which, label }: { list: string; which: LineFilter; label: string }) {
  const { t } = useTranslation()
  const lines = useInfiniteQuery(listQueries.lines(list, which))
  return (
    <>
      <Loaded of={lines}>
        {({ pages }) => (
          <Rows label={label}>
            {pages.flatMap(({ items }) => items).map(({ number, cells, reason }) => (
              <Row
                key={number}
                name={t('lists.lineNumber', { number })}
                facts={[reason, <bdi key="cells">{cells.filter(Boolean).slice(0, 4).join(' · ')}</bdi>]}
              />
            ))}
          </Rows>
        )}
      </Loaded>
      {lines.hasNextPage && (
        <Padded>
          <More of={lines}>{t('lists.more')}</More>
        </Padded>
      )}
    </>
  )
}

function Remove({ list: { id, state } }: { list: ContactList }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const runs = state === 'running'
  const remove = useChange({
    make: () => calls.removeContactList(id),
    touches: runs ? [['contact-list', id], ['contact-lists']] : [['contact-lists']],
    said: t(runs ? 'lists.state.stopped' : 'lists.removed'),
    onDone: () => (runs ? undefined : void navigate({ to: '/contacts/lists' })),
  })
  const begin = async () => {
    const words = runs
      ? { title: t('lists.stopTitle'), text: t('lists.stopText'), yes: t('lists.stop') }
      : { title: t('lists.removeTitle'), text: t('lists.removeText'), yes: t('lists.remove') }
    if (await ask(words)) remove.mutate()
  }
  return (
    <Group>
      <Button variant="default" loading={remove.isPending} onClick={() => void begin()}>
        {t(runs ? 'lists.stop' : 'lists.remove')}
      </Button>
    </Group>
  )
}
