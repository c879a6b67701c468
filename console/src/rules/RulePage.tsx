import { IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ruleQueries } from '../api/rules'
import { BackLink } from '../ui/BackLink'
import { Loaded } from '../ui/Loaded'
import { Empty } from '../ui/Empty'
import { Page } from '../ui/Page'
import { RuleForm } from './RuleForm'

const route = getRouteApi('/shell/settings/rules/$ruleId')

/** One rule, to be changed. */
export function RulePage() {
  const { ruleId } = route.useParams()
  const { t } = useTranslation()
  const rules = useQuery(ruleQueries.all)
  const rule = rules.data?.items.find(({ id }) => id === ruleId)
  return (
    <Frame title={rule?.name ?? t('rules.one')}>
      <Loaded of={rules}>{() => (rule ? <RuleForm key={rule.version} rule={rule} /> : <Empty icon={<IconWand />} title={t('rules.gone')} hint={t('rules.goneHint')} />)}</Loaded>
    </Frame>
  )
}

/** Another rule. */
export function NewRulePage() {
  const { t } = useTranslation()
  return (
    <Frame title={t('rules.add')}>
      <RuleForm rule={undefined} />
    </Frame>
  )
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Page title={title}>
      <BackLink to="/settings/rules">{t('rules.all')}</BackLink>
      {children}
    </Page>
  )
}
