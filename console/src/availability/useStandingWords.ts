import { useTranslation } from 'react-i18next'
import type { Availability, BreakReason } from '../api/types'
import { useReasonName } from './useReasonName'

interface Standing {
  availability: Availability
  reason: BreakReason | null
  automatic: boolean
}

/** How somebody stands, with why where that is known. */
export function useStandingWords() {
  const { t } = useTranslation()
  const name = useReasonName()
  return ({ availability, reason, automatic }: Standing) => {
    if (automatic) return t('availability.automatic')
    return reason ? t('availability.breakFor', { reason: name(reason) }) : t(`availability.${availability}`)
  }
}
