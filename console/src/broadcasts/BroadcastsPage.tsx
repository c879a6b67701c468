import { Button } from '@mantine/core'
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { broadcastQueries } from '../api/broadcasts'
import type { Broadcast } from '../api/types'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import styles from './Broadcasts.module.css'
import { reached, share } from './counting'
import { StateChip } from './StateChip'
import { useKnown } from './useKnown'

/** One template to many contacts: what was sent, and what is to be. */
export function BroadcastsPage() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(broadcastQueries.all)
  return (
    <Page title={t('broadcasts.title')} lead={t('broadcasts.lead')} action={<ToNew />}>
      <Card>
        <Loaded of={list}>
          {({ pages }) =>
            pages[0]!.items.length === 0 ? (
              <Empty icon={<IconSpeakerphone />} title={t('broadcasts.empty')} hint={t('broadcasts.emptyHint')} />
            ) : (
              <Rows label={t('broadcasts.title')}>
                {pages.flatMap(({ items }) => items).map((broadcast) => (
                  <BroadcastRow key={broadcast.id} broadcast={broadcast} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <More of={list}>{t('broadcasts.more')}</More>
    </Page>
  )
}

function ToNew() {
  const { t } = useTranslation()
  return (
    <Button leftSection={<IconPlus size="1rem" />} renderRoot={(props) => <Link to="/broadcasts/new" {...props} />}>
      {t('broadcasts.new')}
    </Button>
  )
}

function BroadcastRow({ broadcast }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation()
  const moment = useMomentWords()
  const known = useKnown()
  const { id, name, template, state, pause, quietUntil, startsAt, startedAt, results } = broadcast
  const { sent, read } = reached(results)
  const number = new Intl.NumberFormat(i18n.language)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  return (
    <Row
      icon={<IconSpeakerphone size="1.125rem" />}
      name={
        <Link className={styles.link} to="/broadcasts/$broadcastId" params={{ broadcastId: id }}>
          <bdi>{name}</bdi>
        </Link>
      }
      chips={<StateChip of={broadcast} />}
      facts={[
        pause && known.pause(pause),
        quietUntil && t('broadcasts.quietUntil', { time: moment(quietUntil) }),
        state === 'planned' && startsAt ? t('broadcasts.startsAt', { time: moment(startsAt) }) : startedAt && moment(startedAt),
        template && <bdi key="template">{template}</bdi>,
        results.recipients > 0 && t('broadcasts.sentOf', { sent: number.format(sent), all: number.format(results.recipients) }),
        sent > 0 && t('broadcasts.readShare', { share: percent.format(share(read, sent)) }),
      ]}
    />
  )
}
