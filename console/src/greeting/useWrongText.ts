import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem'
import { useProblemText } from '../ui/useProblemText'

const RULES = ['too-long', 'unknown-placeholder', 'lone-brace', 'too-many', 'no-letters', 'also-asks', 'out-of-range'] as const

/** What is said beside each field, and what belongs to none. */
export function useWrongText(error: Error | null): { wrong: (field: string) => string | undefined; rest: string | undefined } {
  const { t } = useTranslation()
  const text = useProblemText()
  if (!error) return { wrong: () => undefined, rest: undefined }
  const problem = isProblem(error) ? error : undefined
  const rule = RULES.find((one) => one === problem?.rule)
  if (!rule || !problem?.field) return { wrong: () => undefined, rest: text(problem ?? error) }
  return { wrong: (field) => (field === problem.field ? t(`greetings.rule.${rule}`) : undefined), rest: undefined }
}
