import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePermissions } from '../session/me'
import { Empty } from '../ui/Empty'
import { openTo } from './places'

/** Instead of a page that is not open to somebody: why, and the way to one that is. */
export function NotPermitted() {
  const { t } = useTranslation()
  const own = openTo(usePermissions())[0]
  return (
    <Empty
      alert
      icon={<IconLock />}
      title={t('problem.notPermitted')}
      hint={t('problem.notPermittedHint')}
      action={
        own && (
          <Button variant="default" component={Link} to={own.under}>
            {t('problem.goTo', { place: t(own.label) })}
          </Button>
        )
      }
    />
  )
}
