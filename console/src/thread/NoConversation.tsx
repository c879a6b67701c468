import { VisuallyHidden } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTakeNext } from '../inbox/useTakeNext'
import { useAction } from '../keys/useAction'
import { usePermissions } from '../session/me'
import { Empty } from '../ui/Empty'

export function NoConversation() {
  const { t } = useTranslation()
  const may = usePermissions()
  const take = useTakeNext()
  useAction('take', () => take.mutate(undefined), may('ASSIGN_CONVERSATIONS'))
  return (
    <>
      <VisuallyHidden component="h1">{t('nav.inbox')}</VisuallyHidden>
      <Empty icon={<IconMessages />} title={t('inbox.choose')} hint={t('inbox.chooseHint')} />
    </>
  )
}
