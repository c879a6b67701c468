import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem'
import { useProblemText } from '../ui/useProblemText'

const RULES = ['missing', 'too-long', 'malformed', 'variable-at-an-end', 'variables-touch', 'too-many-variables', 'variables-malformed', 'too-many', 'no-variables', 'replies-apart', 'variable-inside', 'wrong-type', 'too-few', 'unlike', 'not-allowed'] as const // prettier-ignore

/** What is said beside each field, and what belongs to none that is shown. */
export function useWrong(error: Error | null) {
  const { t } = useTranslation()
  const text = useProblemText()
  const problem = isProblem(error) ? error : undefined
  const ofAll = problem?.reason || (error ? text(problem ?? error) : undefined)
  const wordsOf = (broken: string) => {
    const rule = RULES.find((one) => one === broken)
    return problem?.reason || (rule ? t(`templates.rule.${rule}`) : ofAll)
  }
  const errors = problem?.errors.length ? problem.errors : problem?.field ? [{ field: problem.field, message: '' }] : []
  const wrong = (field: string) => {
    const broken = errors.find((one) => one.field === field)
    return broken && wordsOf(broken.message)
  }
  const apart = errors.find(({ field }) => !FIELDS.test(field))
  return Object.assign(wrong, { rest: apart ? wordsOf(apart.message) : errors.length ? undefined : ofAll })
}

const FIELDS = /^(name|language|category|samples\..*|layout\.(cards\.\d+\.)?(header|title|body|footer|buttons(\.\d+\.(type|label|opens))?)|layout\.cards)$/
