import { IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Standing } from '../api/types'
import { Chip } from '../ui/Chip'
import { Loaded } from '../ui/Loaded'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'

/** What the platform does by itself, and when it last did. */
export function TimedWork() {
  const { t } = useTranslation()
  const works = useQuery(queries.timedWork)
  return (
    <Section title={t('operations.timedWork')} lead={t('operations.timedWorkLead')}>
      <Loaded of={works}>
        {({ items }) => (
          <Rows label={t('operations.timedWork')}>
            {items.map((work) => (
              <Work key={work.name} work={work} />
            ))}
          </Rows>
        )}
      </Loaded>
    </Section>
  )
}

const NAMED = [
  'arriving-files',
  'dead-letters',
  'decisions',
  'expired-links',
  'failed-sign-ins',
  'fetches-given-up',
  'journal-entries',
  'letters',
  'number-standings',
  'pair-paces',
  'parked-receipts',
  'routing-steps',
  'session-addresses',
  'sessions',
  'spent-challenges',
  'tries',
  'unread-changes',
  'useless-letters',
] as const

function Work({ work: { name, doneAt, things, failure, dueAt } }: { work: Standing }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const named = NAMED.find((one) => one === name)
  return (
    <Row
      icon={<IconClock />}
      name={named ? t(`operations.work.${named}`) : <bdi>{name}</bdi>}
      chips={failure && <Chip tone="risk">{t('operations.workFailed')}</Chip>}
      facts={[
        doneAt ? t('operations.done', { time: momentWords(doneAt), count: things }) : t('operations.notYet'),
        t('operations.due', { time: momentWords(dueAt) }),
        failure && <bdi key="failure">{failure}</bdi>,
      ]}
    />
  )
}
