import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { CannedReply } from '../api/types'
import { Chip } from '../ui/Chip'

/** Whose a reply is. */
export function ScopeChip({ reply: { scope, departmentId } }: { reply: Pick<CannedReply, 'scope' | 'departmentId'> }) {
  const { t } = useTranslation()
  const { data } = useQuery(queries.departments)
  const department = data?.items.find(({ id }) => id === departmentId)
  return <Chip tone={scope === 'own' ? 'accent' : 'plain'}>{department ? <bdi>{department.name}</bdi> : t(`cannedReplies.scope.${scope}`)}</Chip>
}
