import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem'
import { useProblemText } from '../ui/useProblemText'

const RULES = ['missing', 'unknown', 'unknown-value', 'unknown-skill', 'out-of-range', 'malformed', 'too-many', 'too-long', 'not-reachable', 'may-not-answer'] as const

/** What is said beside a part of a rule, such as `conditions[0]`, and what belongs to none. */
export function useWrong(error: Error | null): { wrong: (part: string) => string | undefined; rest: string | undefined } {
  const { t } = useTranslation()
  const text = useProblemText()
  if (!error) return { wrong: () => undefined, rest: undefined }
  const problem = isProblem(error) ? error : undefined
  const rule = RULES.find((one) => one === problem?.rule)
  const words = rule ? t(`rules.wrong.${rule}`) : text(problem ?? error)
  // Terms that are tried are told in a record of their own.
  const field = problem?.field?.replace(/^(terms|rule)\./, '')
  const isShown = rule !== undefined && field !== undefined
  return {
    wrong: (part) => (isShown && (field === part || field.startsWith(`${part}.`)) ? words : undefined),
    rest: isShown ? undefined : words,
  }
}
