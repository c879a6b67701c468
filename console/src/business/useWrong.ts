import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem'
import { useProblemText } from '../ui/useProblemText'

const RULES = ['missing', 'too-long', 'malformed', 'variable-at-an-end', 'variables-touch', 'too-many-variables', 'variables-malformed', 'too-many', 'no-variables', 'replies-apart', 'variable-inside', 'wrong-type', 'too-few', 'unlike', 'not-allowed'] as const // prettier-ignore

/** What is said beside each field, and what belongs to none that is shown. */
export function useWrong(error: Error | null) {
  const { t } = useTranslation()
  const text = useProblemText()
  const problem = isProblem(error) ? error : undefined
  const rule = RULES.find((one) => one === problem?.rule)
  const words = problem?.reason || (rule && t(`templates.rule.${rule}`)) || (error ? text(problem ?? error) : undefined)
  const wrong = (field: string) => (problem?.field === field ? words : undefined)
  return Object.assign(wrong, { rest: problem?.field && FIELDS.test(problem.field) ? undefined : words })
}

const FIELDS = /^(name|language|category|samples\..*|layout\.(cards\.\d+\.)?(header|title|body|footer|buttons(\.\d+\.(type|label|opens))?)|layout\.cards)$/
