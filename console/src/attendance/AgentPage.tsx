import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import { Times } from './Times'

const route = getRouteApi('/shell/settings/agents/$agentId')

/** How an agent was, day by day. */
export function AgentPage() {
  const { agentId } = route.useParams()
  const { t } = useTranslation()
  const name = useQuery(queries.agents).data?.items.find(({ id }) => id === agentId)?.name
  return (
    <Page title={name ?? t('attendance.times')} lead={t('attendance.timesLead')}>
      <BackLink to="/settings/agents">{t('attendance.allAgents')}</BackLink>
      <Times agent={agentId} />
    </Page>
  )
}
