import { Button } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Empty } from './Empty'
import { useProblemText } from './useProblemText'

/** The one place where a part of the screen says why it has nothing to show. */
export function Trouble({ error, onRetry }: { error: Error & { status?: number }; onRetry?: () => void }) {
  const { t } = useTranslation()
  const text = useProblemText()
  if (error.status === 403)
    return <Empty alert icon={<IconLock />} title={t('problem.notPermitted')} hint={t('problem.notPermittedHint')} />
  return (
    <Empty
      alert
      icon={<IconAlertTriangle />}
      title={t('problem.loadFailed')}
      hint={<span dir="auto">{text(error)}</span>}
      action={onRetry && <Button variant="default" onClick={onRetry}>{t('problem.retry')}</Button>} // prettier-ignore
    />
  )
}
