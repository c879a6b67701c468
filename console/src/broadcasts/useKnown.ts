import { useTranslation } from 'react-i18next'
import { failureOf } from '../thread/failures'

/** The words for states, reasons and capacities of broadcasts; what is new is told as it came. */
export function useKnown() {
  const { t, i18n } = useTranslation()
  const known = (what: 'pauses' | 'skips' | 'categories' | 'capacities', word: string) => {
    const key = `broadcasts.${what}.${word}`
    return i18n.exists(key) ? t(key as 'broadcasts.skips.merged') : word
  }
  return {
    pause: (word: string) => known('pauses', word),
    skip: (word: string) => known('skips', word),
    category: (word: string) => known('categories', word.toLowerCase()),
    capacity: (word: string) => known('capacities', word),
    failure: (code: string) => t(`failure.${failureOf(code)}`),
  }
}
