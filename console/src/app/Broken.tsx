import { Button } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/Empty'
import { Trouble } from '../ui/Trouble'

export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <main>
      <Trouble error={error instanceof Error ? error : new Error()} onRetry={retry} />
    </main>
  )
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Empty
      icon={<IconCompass />}
      title={t('problem.notFound')}
      action={
        <Button variant="default" component={Link} to="/">
          {t('problem.backToInbox')}
        </Button>
      }
    />
  )
}
