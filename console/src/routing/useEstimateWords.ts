import { useTranslation } from 'react-i18next'
import type { WaitEstimate } from '../api/types'

/** How long somebody may still have to wait, in words. */
export function useEstimateWords() {
  const { t } = useTranslation()
  return ({ kind, from, to }: WaitEstimate) => {
    switch (kind) {
      case 'unknown':
      case 'long':
        return t(`greetings.estimate.${kind}`)
      case 'soon':
        return t('greetings.estimate.soon', { to })
      case 'between':
        return from === 0 ? t('greetings.estimate.upTo', { to }) : t('greetings.estimate.between', { from, to })
    }
  }
}
