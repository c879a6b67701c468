import { Select } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecipientFilter } from '../api/broadcasts'
import { broadcastQueries } from '../api/broadcasts'
import type { BroadcastRecipient, BroadcastResults } from '../api/types'
import { Chip, type Tone } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Face } from '../ui/Face'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import styles from './Broadcasts.module.css'
import { useKnown } from './useKnown'

const STATES = ['waiting', 'queued', 'sent', 'delivered', 'read', 'failed', 'unconfirmed', 'skipped'] as const
const TONES: Record<string, Tone> = { delivered: 'done', read: 'done', failed: 'risk', unconfirmed: 'waiting', skipped: 'waiting' }

/** Whom a broadcast is for, and how it went with each. */
export function Recipients({ id, results }: { id: string; results: BroadcastResults }) {
  const { t } = useTranslation()
  const [which, choose] = useState('all')
  const filter: RecipientFilter = which === 'all' ? {} : which === 'replied' ? { replied: true } : { state: which }
  const list = useInfiniteQuery(broadcastQueries.recipients(id, filter))
  const choices = ['all', 'replied', ...STATES.filter((state) => results[state] > 0 || state === which)] as const
  return (
    <Section
      title={t('broadcasts.recipients')}
      action={
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={t('broadcasts.which')}
          data={choices.map((value) => ({ value, label: t(`broadcasts.counts.${value as 'all'}`) }))}
          value={which}
          onChange={(value) => choose(value ?? 'all')}
        />
      }
    >
      <Loaded of={list}>
        {({ pages }) =>
          pages[0]!.items.length === 0 ? (
            <Empty icon={<IconUsers />} title={t('broadcasts.nobody')} hint={t('broadcasts.nobodyHint')} />
          ) : (
            <>
              <Rows label={t('broadcasts.recipients')}>
                {pages.flatMap(({ items }) => items).map((recipient) => (
                  <RecipientRow key={recipient.contactId} recipient={recipient} />
                ))}
              </Rows>
              <More of={list}>{t('broadcasts.more')}</More>
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function RecipientRow({ recipient }: { recipient: BroadcastRecipient }) {
  const { t } = useTranslation()
  const moment = useMomentWords()
  const known = useKnown()
  const { contactId, state, reason, queuedAt, repliedAt } = recipient
  const name = recipient.name ?? t('contacts.unnamed')
  return (
    <Row
      icon={<Face name={name} seed={contactId} />}
      name={
        <Link className={styles.link} to="/contacts/$contactId" params={{ contactId }}>
          <bdi>{name}</bdi>
        </Link>
      }
      chips={<Chip tone={TONES[state] ?? 'plain'}>{t(`broadcasts.counts.${state as 'sent'}`)}</Chip>}
      facts={[
        reason && (state === 'skipped' ? known.skip(reason) : known.failure(reason)),
        repliedAt && t('broadcasts.repliedAt', { time: moment(repliedAt) }),
        queuedAt && moment(queuedAt),
      ]}
    />
  )
}
