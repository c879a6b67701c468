import { useTranslation } from 'react-i18next'
import type { BreakReason } from '../api/types'

/** What a business calls a reason, in the language of whoever reads it. */
export function useReasonName() {
  const { i18n } = useTranslation()
  return ({ english, hebrew }: BreakReason) => (i18n.language === 'he' ? hebrew : english)
}
