import { Button } from '@mantine/core'
import { IconHeadset } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Agent } from '../api/types'
import { Mark } from '../availability/Mark'
import { SetAvailability } from '../attendance/SetAvailability'
import { useStandingWords } from '../availability/useStandingWords'
import { usePermissions } from '../session/me'
import { Chip, type Tone } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Face } from '../ui/Face'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useNow } from '../ui/clock'
import { length } from '../ui/time'
import { CapacityField } from './CapacityField'
import { ChannelWeights } from './ChannelWeights'
import styles from './AgentsPage.module.css'
import { ReassignDialog } from './ReassignDialog'

/** Who is at work, what they hold, and how much they can hold; it follows what happens. */
export function AgentsPage() {
  const { t, i18n } = useTranslation()
  const agents = useQuery(queries.agents)
  return (
    <Page title={t('agents.title')} lead={t('agents.lead')}>
      <Card>
        <Loaded of={agents}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconHeadset />} title={t('agents.empty')} hint={t('agents.emptyHint')} />
            ) : (
              <Rows label={t('agents.title')}>
                {items
                  .toSorted((a, b) => a.name.localeCompare(b.name, i18n.language))
                  .map((agent) => (
                    <AgentRow key={agent.id} agent={agent} />
                  ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <ChannelWeights />
    </Page>
  )
}

const TONES: Partial<Record<Agent['availability'], Tone>> = { available: 'done', busy: 'risk', break: 'waiting', away: 'waiting' }

function AgentRow({ agent }: { agent: Agent }) {
  const { t, i18n } = useTranslation()
  const now = useNow(10_000)
  const may = usePermissions()
  const words = useStandingWords()
  const [reassigning, setReassigning] = useState(false)
  const { id, name, availability, since, used, capacity } = agent
  return (
    <Row
      icon={<Face name={name} seed={id} />}
      name={
        may('MANAGE_DEPARTMENTS') ? (
          <Link className={styles.link} to="/settings/agents/$agentId" params={{ agentId: id }} aria-label={t('attendance.timesOf', { name })}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        )
      }
      chips={
        <>
          <Chip tone={TONES[availability]} icon={<Mark of={availability} />}>
            {words(agent)}
          </Chip>
          {used >= capacity && <Chip tone="waiting">{t('agents.full')}</Chip>}
        </>
      }
      facts={[t('agents.holds', { used, capacity }), t('agents.since', { time: length(now - Date.parse(since), i18n.language) })]}
    >
      {may('MANAGE_DEPARTMENTS') && <SetAvailability agent={agent} />}
      <CapacityField agent={agent} />
      {used > 0 && may('MANAGE_DEPARTMENTS') && (
        <Button variant="default" aria-label={t('transfers.allOf', { name })} onClick={() => setReassigning(true)}>
          {t('transfers.all')}
        </Button>
      )}
      {reassigning && <ReassignDialog agent={agent} onClose={() => setReassigning(false)} />}
    </Row>
  )
}
