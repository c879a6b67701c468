import { notifications } from '@mantine/notifications'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Secret } from '../account/Secret'
import steps from '../account/Steps.module.css'

/** Tells that a letter is on its way or, where no mail server can take one, shows the link it would have brought. */
export function useDelivery() {
  const { t } = useTranslation()
  const [link, setLink] = useState<string>()
  const tell = (answer: { link: string | null }, email: string) =>
    answer.link ? setLink(answer.link) : notifications.show({ message: t('users.invited', { email }) })
  const dialog = link && (
    <Dialog title={t('users.linkTitle')} sealed onClose={() => setLink(undefined)}>
      <div className={steps.steps}>
        <p className={steps.text}>{t('users.linkLead')}</p>
        <Secret label={t('users.linkTitle')}>{link}</Secret>
        <Button size="sm" onClick={() => setLink(undefined)}>
          {t('users.linkDone')}
        </Button>
      </div>
    </Dialog>
  )
  return { tell, dialog }
}
