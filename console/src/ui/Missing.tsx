import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Missing.module.css'
import { useProblemText } from './useProblemText'

/** Beside what did come: that a part did not, why, and the way to ask for it again. */
export function Missing({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation()
  const text = useProblemText()
  return (
    <div className={styles.missing} role="alert">
      <span dir="auto">{text(error)}</span>
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {t('problem.retry')}
      </Button>
    </div>
  )
}
