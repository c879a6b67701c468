import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem'
import { useProblemText } from '../ui/useProblemText'

const RULES = ['out-of-range', 'unknown', 'malformed', 'equal-ends', 'ends-before', 'longer-than-a-day', 'overlaps', 'too-many', 'duplicate', 'date-or-yearly'] as const // prettier-ignore

export type Wrong = (field: string) => string | undefined

/** What is said beside each field, and what belongs to none. */
export function useWrong(error: Error | null): { wrong: Wrong; rest: string | undefined } {
  const { t } = useTranslation()
  const text = useProblemText()
  if (!error) return { wrong: () => undefined, rest: undefined }
  const problem = isProblem(error) ? error : undefined
  const rule = RULES.find((one) => one === problem?.rule)
  const words = rule ? t(`calendars.rule.${rule}`) : text(problem ?? error)
  const { field } = problem ?? {}
  const isShown = rule !== undefined && field !== undefined
  return { wrong: (one) => (isShown && field === one ? words : undefined), rest: isShown ? undefined : words }
}
