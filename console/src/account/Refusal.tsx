import { useTranslation } from 'react-i18next'
import { isProblem, Problem } from '../api/problem'
import { useNow } from '../ui/clock'
import { useProblemText } from '../ui/useProblemText'
import { NoPasskey } from './passkeys'
import styles from './Refusal.module.css'

/** Why what somebody showed was not taken, beside the field they showed it in. */
export function Refusal({ error }: { error: Error | null }) {
  const words = useRefusalWords()
  if (!error || isProblem(error, 'confirm-it-is-you')) return null
  return (
    <p className={styles.refusal} role="alert">
      {isProblem(error, 'too-many-attempts') && error.retryAt ? (
        <TooMany until={error.retryAt} />
      ) : (
        <span dir="auto">{words(error)}</span>
      )}
    </p>
  )
}

const RULES = ['too-short', 'too-long', 'too-common'] as const

function useRefusalWords() {
  const { t } = useTranslation()
  const text = useProblemText()
  return (error: Error) => {
    if (error instanceof NoPasskey) return t(`account.passkey.${error.why}`)
    const rule = error instanceof Problem && RULES.find((one) => one === error.rule)
    return rule ? t(`account.password.${rule}`) : text(error)
  }
}

/** Counts down in place; readers hear the beginning only. */
function TooMany({ until }: { until: number }) {
  const { t } = useTranslation()
  const left = Math.ceil((until - useNow()) / 1000)
  return (
    <>
      {t('account.tooMany')}{' '}
      <span role="timer">
        {left <= 0
          ? t('account.tryNow')
          : left <= 90
            ? t('account.trySeconds', { count: left })
            : t('account.tryMinutes', { count: Math.ceil(left / 60) })}
      </span>
    </>
  )
}
