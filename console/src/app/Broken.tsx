import { Button } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { reloadOnceReachable, renew } from '../api/code'
import { isProblem } from '../api/problem'
import { Empty } from '../ui/Empty'
import { Trouble } from '../ui/Trouble'

export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const outdated = isProblem(error, 'outdated')
  useEffect(() => {
    if (outdated) renew()
  }, [outdated])
  const retry = () => {
    if (isProblem(error, 'outdated', 'unfetched')) return reloadOnceReachable()
    reset()
    return router.invalidate()
  }
  return <Trouble error={error instanceof Error ? error : new Error()} onRetry={() => void retry()} />
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Empty
      icon={<IconCompass />}
      title={t('problem.notFound')}
      action={
        <Button variant="default" component={Link} to="/">
          {t('problem.backToStart')}
        </Button>
      }
    />
  )
}
