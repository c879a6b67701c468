import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem'
import { useProblemText } from '../ui/useProblemText'

const RULES = ['missing', 'not-allowed', 'unknown-variable', 'lone-brace', 'too-many', 'too-long', 'unknown'] as const
const SHOWN = /^(name|departmentId|texts|texts\[\d+\]\.body)$/

/** What is said beside each field, and what belongs to none that is shown. */
export function useWrong(error: Error | null, most: number) {
  const { t } = useTranslation()
  const text = useProblemText()
  const problem = isProblem(error) ? error : undefined
  const rule = RULES.find((one) => one === problem?.rule)
  const field = rule && problem?.field && SHOWN.test(problem.field) ? problem.field : undefined
  const words = rule && (rule === 'missing' && field === 'texts' ? t('cannedReplies.nothing') : t(`cannedReplies.rule.${rule}`, { most }))
  return Object.assign((asked: string) => (asked === field ? words : undefined), { rest: error && !field ? text(problem ?? error) : undefined })
}
