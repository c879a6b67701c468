import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconHandGrab, IconLayoutSidebarRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import type { Conversation } from '../api/types'
import { summons } from '../composer/summons'
import { useContactName } from '../contact/useContactName'
import { useView } from '../inbox/useInbox'
import { useTakeNext } from '../inbox/useTakeNext'
import { listFilter } from '../inbox/views'
import { useAction } from '../keys/useAction'
import { useKeyName } from '../keys/useKeyName'
import { useMe, usePermissions } from '../session/me'
import { Chip, type Tone } from '../ui/Chip'
import { Face } from '../ui/Face'
import { moment } from '../ui/time'
import styles from './Head.module.css'
import { SnoozeButton } from './SnoozeButton'
import { TransferButton } from './TransferButton'
import { useConsent } from './useConsent'
import { useResolveWithUndo } from './useResolveWithUndo'
import { useConversationActions } from './useConversationActions'
import type { Panel } from './usePanel'
import { WhyButton } from './WhyButton'

const AssignMenu = piece(() => import('./AssignMenu'))

export function Head({ conversation, panel }: { conversation: Conversation; panel: Panel }) {
  const { t } = useTranslation()
  const keyName = useKeyName()
  const { view, filter } = useView()
  const { contact } = conversation
  const name = useContactName()(contact)
  return (
    <header className={styles.head}>
      <Link className={styles.back} to="/inbox/$view" params={{ view }} search={listFilter(filter)} aria-label={t('thread.back')}>
        <IconArrowLeft className={styles.directed} />
      </Link>
      <Face name={name} seed={contact.id} />
      <div className={styles.who}>
        <h1 className={styles.name}>
          <bdi>{name}</bdi>
        </h1>
        <div className={styles.facts}>
          <State conversation={conversation} />
          <WhyButton conversation={conversation} />
          {contact.name && (
            <bdi className={styles.phone} dir="ltr">
              {contact.phone}
            </bdi>
          )}
        </div>
      </div>
      <div className={styles.actions}>
        <Actions conversation={conversation} />
      </div>
      <Tooltip label={`${t('thread.panel')} (${keyName('panel')})`}>
        <ActionIcon variant={panel.shown ? 'light' : 'subtle'} color={panel.shown ? undefined : 'gray'} size={30} aria-label={t('thread.panel')} aria-pressed={panel.shown} onClick={panel.toggle}>
          <IconLayoutSidebarRight className={styles.directed} />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}

const TONES: Record<Conversation['handler'], Tone> = { nobody: 'waiting', bot: 'plain', queue: 'waiting', agent: 'accent' }

function State({ conversation: { status, handler, assignee, department, snoozedUntil } }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation()
  const { user } = useMe()
  if (status === 'resolved') return <Chip tone="done">{handler === 'nobody' ? t('status.quiet') : t('status.resolved')}</Chip>
  if (status === 'snoozed')
    return <Chip tone="plain">{snoozedUntil ? t('inbox.snoozedUntil', { time: moment(snoozedUntil, i18n.language) }) : t('inbox.snoozedUntilAnswer')}</Chip>
  return (
    <Chip tone={TONES[handler]}>
      {assignee?.id === user.id ? (
        t('inbox.yours')
      ) : assignee ? (
        t('inbox.with', { name: assignee.name })
      ) : department ? (
        <bdi>{department.name}</bdi>
      ) : (
        t(`handler.${handler}`)
      )}
    </Chip>
  )
}

function Actions({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const keyName = useKeyName()
  const may = usePermissions()
  const { user } = useMe()
  const { assign, reopen } = useConversationActions(conversation)
  const resolve = useResolveWithUndo(conversation)
  const takeNext = useTakeNext()
  const resolved = conversation.status === 'resolved'
  const takeable = !resolved && conversation.assignee?.id !== user.id && may('ASSIGN_CONVERSATIONS')
  const answers = may('ANSWER_CONVERSATIONS')
  const consent = useConsent(conversation)
  const take = async () => {
    if (await consent('takeOver')) assign.mutate(user.id, { onSuccess: () => summons.set(conversation.id) })
  }
  useAction('take', takeable ? () => void take() : () => takeNext.mutate(undefined), may('ASSIGN_CONVERSATIONS'))
  useAction('resolve', resolved ? () => reopen.mutate() : resolve.start, answers)
  useAction('resolveWith', resolve.startWithReason, answers && !resolved)
  return (
    <>
      {takeable && (
        <Tooltip label={keyName('take')}>
          <Button leftSection={<IconHandGrab size="1rem" />} onClick={() => void take()} loading={assign.isPending}>
            {conversation.assignee ? t('thread.takeOver') : t('thread.take')}
          </Button>
        </Tooltip>
      )}
      <Suspense>{!resolved && may('ASSIGN_CONVERSATIONS') && <AssignMenu conversation={conversation} />}</Suspense>
      {!resolved && answers && <TransferButton conversation={conversation} />}
      {!resolved && answers && <SnoozeButton conversation={conversation} />}
      {answers && (
        <Tooltip label={keyName('resolve')}>
          <Button
            variant="default"
            leftSection={resolved ? <IconArrowBackUp size="1rem" /> : <IconCheck size="1rem" />}
            onClick={resolved ? () => reopen.mutate() : resolve.start}
            loading={reopen.isPending || resolve.isPending}
          >
            {resolved ? t('thread.reopen') : t('thread.resolve')}
          </Button>
        </Tooltip>
      )}
    </>
  )
}
