import { Button } from '@mantine/core'
import { IconArrowBackUp, IconHandGrab, IconLock, IconNote, IconTemplate } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import type { Conversation } from '../api/types'
import { useContactName } from '../contact/useContactName'
import { useMe, usePermissions } from '../session/me'
import { useConsent } from '../thread/useConsent'
import { useConversationActions } from '../thread/useConversationActions'
import type { Barrier } from './barrier'
import styles from './BarrierPanel.module.css'
import { summons } from './summons'

const SendTemplate = piece(() => import('../templates/SendTemplate'))

/** Stands where the text field would, says why nothing can be sent, and offers what is possible. */
export function BarrierPanel({ conversation, barrier, onNote }: { conversation: Conversation; barrier: Barrier; onNote: () => void }) {
  const { t } = useTranslation()
  const name = useContactName()(conversation.contact)
  const words = {
    resolved: [t('composer.resolvedTitle'), t('composer.resolvedText', { name })],
    'window-closed': [t('composer.closedTitle'), t('composer.closedText', { name })],
    'another-agent': [t('composer.otherTitle', { name: conversation.assignee?.name }), t('composer.otherText')],
  }[barrier]
  return (
    <div className={styles.panel}>
      <IconLock className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{words[0]}</p>
        <p className={styles.text}>{words[1]}</p>
      </div>
      <div className={styles.actions}>
        <WayOut conversation={conversation} barrier={barrier} />
        <Button variant="default" leftSection={<IconNote size="1rem" />} onClick={onNote}>
          {t('composer.writeNote')}
        </Button>
      </div>
    </div>
  )
}

function WayOut({ conversation, barrier }: { conversation: Conversation; barrier: Barrier }) {
  const { t } = useTranslation()
  const { user } = useMe()
  const may = usePermissions()
  const { assign, reopen } = useConversationActions(conversation)
  const consent = useConsent(conversation)
  const takeOver = async () => {
    if (await consent('takeOver')) assign.mutate(user.id, { onSuccess: () => summons.set(conversation.id) })
  }
  if (barrier === 'resolved')
    return (
      <Button leftSection={<IconArrowBackUp size="1rem" />} loading={reopen.isPending} onClick={() => reopen.mutate()}>
        {t('thread.reopen')}
      </Button>
    )
  if (barrier === 'window-closed') return <TemplateButton conversation={conversation} />
  if (barrier === 'another-agent' && may('ASSIGN_CONVERSATIONS'))
    return (
      <Button leftSection={<IconHandGrab size="1rem" />} loading={assign.isPending} onClick={() => void takeOver()}>
        {t('thread.takeOver')}
      </Button>
    )
  return null
}

/** What may still be sent; the dialog comes when it is asked for. */
function TemplateButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button leftSection={<IconTemplate size="1rem" />} onClick={() => setOpen(true)}>
        {t('composer.sendTemplate')}
      </Button>
      {open && (
        <Suspense>
          <SendTemplate conversation={conversation} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
