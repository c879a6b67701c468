import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { segmentQueries } from '../api/segments'
import type { Criteria } from '../api/types'
import { useCriteriaWords } from '../contacts/useCriteriaWords'

interface Whom {
  segmentId?: string | null
  criteria?: Criteria | null
}

/** To whom a broadcast goes: a segment by its name, what the contacts have in common, or everybody. */
export function useWhomWords() {
  const { t } = useTranslation()
  const criteriaWords = useCriteriaWords()
  const { data: segments } = useQuery(segmentQueries.all)
  return ({ segmentId, criteria }: Whom) =>
    segments?.items.find(({ id }) => id === segmentId)?.name ?? (criteriaWords(criteria ?? {}).join(', ') || (segmentId ? undefined : t('broadcasts.everybody')))
}
