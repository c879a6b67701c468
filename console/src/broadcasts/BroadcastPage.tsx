import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import * as broadcasts from '../api/broadcasts'
import { broadcastQueries } from '../api/broadcasts'
import { queries } from '../api/queries'
import type { Broadcast } from '../api/types'
import { useChange } from '../app/useChange'
import { BackLink } from '../ui/BackLink'
import { ask } from '../ui/ask'
import { Loaded } from '../ui/Loaded'
import { Padded, Page, Section } from '../ui/Page'
import { useMomentWords } from '../ui/Time'
import list from '../ui/FactList.module.css'
import styles from './Broadcasts.module.css'
import { Recipients } from './Recipients'
import { Reasons, ResultBars } from './Results'
import { StateChip } from './StateChip'
import { useKnown } from './useKnown'
import { useWhomWords } from './useWhomWords'

const route = getRouteApi('/shell/broadcasts/$broadcastId')

/** One broadcast: what came of it, live, and whom it was for. */
export function BroadcastPage() {
  const { broadcastId } = route.useParams()
  const broadcast = useQuery(broadcastQueries.one(broadcastId))
  return <Loaded of={broadcast}>{(one) => <Shown broadcast={one} />}</Loaded>
}

function Shown({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const known = useKnown()
  const moment = useMomentWords()
  const { id, name, pause, quietUntil, results } = broadcast
  return (
    <Page title={name} lead={t('broadcasts.costs', { category: known.category(broadcast.category) })} action={<Turns broadcast={broadcast} />}>
      <BackLink to="/broadcasts">{t('broadcasts.back')}</BackLink>
      <div className={styles.standing} role="status">
        <StateChip of={broadcast} />
        {pause && <span>{known.pause(pause)}</span>}
        {quietUntil && <span>{t('broadcasts.quietUntil', { time: moment(quietUntil) })}</span>}
      </div>
      <Section title={t('broadcasts.results')}>
        <Padded>
          <ResultBars results={results} />
        </Padded>
      </Section>
      {results.failed > 0 && (
        <Section title={t('broadcasts.whyFailed')}>
          <Reasons of={results.whyFailed} words={known.failure} coded />
        </Section>
      )}
      {results.skipped > 0 && (
        <Section title={t('broadcasts.whySkipped')}>
          <Reasons of={results.whySkipped} words={known.skip} />
        </Section>
      )}
      <Section title={t('broadcasts.about')}>
        <Padded>
          <About broadcast={broadcast} />
        </Padded>
      </Section>
      <Recipients id={id} results={results} />
    </Page>
  )
}

function Turns({ broadcast: { id, name, state } }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const touches = [['broadcasts']]
  const pause = useChange({ make: () => broadcasts.pause(id), touches, said: t('broadcasts.pausedDone') })
  const resume = useChange({ make: () => broadcasts.resume(id), touches, said: t('broadcasts.resumedDone') })
  const cancel = useChange({ make: () => broadcasts.cancel(id), touches, said: t('broadcasts.cancelledDone') })
  const cancelIfMeant = async () => {
    if (await ask({ title: t('broadcasts.cancelTitle', { name }), text: t('broadcasts.cancelText'), yes: t('broadcasts.cancelIt'), no: t('broadcasts.keep'), grave: true }))
      cancel.mutate()
  }
  return (
    <div className={styles.turns}>
      {state === 'running' && (
        <Button loading={pause.isPending} onClick={() => pause.mutate()}>
          {t('broadcasts.pause')}
        </Button>
      )}
      {state === 'paused' && (
        <Button loading={resume.isPending} onClick={() => resume.mutate()}>
          {t('broadcasts.resume')}
        </Button>
      )}
      {(state === 'planned' || state === 'running' || state === 'paused') && (
        <Button variant="default" loading={cancel.isPending} onClick={() => void cancelIfMeant()}>
          {t('broadcasts.cancel')}
        </Button>
      )}
    </div>
  )
}

function About({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const moment = useMomentWords()
  const { data: channels } = useQuery(queries.channels)
  const whomWords = useWhomWords()
  const { quiet } = broadcast
  const facts = [
    [t('broadcasts.template'), broadcast.template],
    [t('broadcasts.number'), channels?.items.find(({ id }) => id === broadcast.channelId)?.name],
    [t('broadcasts.to'), whomWords(broadcast)],
    [t('broadcasts.plannedBy'), broadcast.createdBy],
    [t('broadcasts.starts'), broadcast.startsAt && moment(broadcast.startsAt)],
    [t('broadcasts.ended'), broadcast.finishedAt && moment(broadcast.finishedAt)],
    [t('broadcasts.quiet'), quiet && t('broadcasts.quietHours', quiet)],
  ] as const
  return (
    <dl className={list.facts}>
      {facts.map(
        ([what, words]) =>
          words && (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                <bdi>{words}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
