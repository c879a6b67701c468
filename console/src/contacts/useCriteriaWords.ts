import { useTranslation } from 'react-i18next'
import type { Criteria } from '../api/types'

/** What contacts have in common, each part of it in words; nothing for everybody. */
export function useCriteriaWords() {
  const { t, i18n } = useTranslation()
  return (criteria: Criteria) => {
    const languages = new Intl.DisplayNames(i18n.language, { type: 'language' })
    const countries = new Intl.DisplayNames(i18n.language, { type: 'region' })
    return [
      criteria.labels?.length && t('segments.has', { words: criteria.labels.join(', ') }),
      criteria.withoutLabels?.length && t('segments.hasNot', { words: criteria.withoutLabels.join(', ') }),
      criteria.languages?.map((one) => languages.of(one)).join(', '),
      criteria.countries?.map((one) => countries.of(one)).join(', '),
      criteria.seenWithinDays && t('segments.within', { count: criteria.seenWithinDays }),
      criteria.notSeenForDays && t('segments.notFor', { count: criteria.notSeenForDays }),
      criteria.consent && t(`segments.consents.${criteria.consent}`),
      criteria.neverContacted && t('segments.never'),
    ].filter((words): words is string => Boolean(words))
  }
}
