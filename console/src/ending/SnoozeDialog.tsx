import { Button, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { isProblem } from '../api/problem'
import type { Conversation } from '../api/types'
import { useConversations, useView } from '../inbox/useInbox'
import { listFilter, nextTo } from '../inbox/views'
import { serverNow } from '../ui/clock'
import { Fields } from '../ui/Fields'
import { moment } from '../ui/time'
import { useConversationActions } from '../thread/useConversationActions'
import { Choices } from './Choices'
import { TIMES, timeOf, written } from './times'

/** Until when a conversation is set aside; afterwards the next one is shown. */
export default function SnoozeDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { snooze } = useConversationActions(conversation)
  const showNext = useNext(conversation)
  const [picking, setPicking] = useState(false)
  const [now] = useState(serverNow)
  const setAside = (until: string | null) =>
    snooze.mutate(until, {
      onSuccess: () => {
        onClose()
        showNext()
      },
    })
  const times = TIMES.map((time) => {
    const at = timeOf(time, now, i18n.language).toISOString()
    return { id: time, label: t(`endings.snooze.${time}`), hint: moment(at, i18n.language), choose: () => setAside(at) }
  })
  return (
    <Dialog title={t('endings.snooze.title')} onClose={onClose} unsaved={false}>
      {picking ? (
        <Pick from={written(timeOf('tomorrow', now, i18n.language))} error={snooze.error} busy={snooze.isPending} onPick={setAside} />
      ) : (
        <>
          <Choices
            label={t('endings.snooze.title')}
            busy={snooze.isPending}
            choices={[
              ...times,
              { id: 'answer', label: t('endings.snooze.answer'), choose: () => setAside(null) },
              { id: 'pick', label: t('endings.snooze.pick'), choose: () => setPicking(true) },
            ]}
          />
          <p>{t('endings.snooze.hint')}</p>
          <Refusal error={snooze.error} />
        </>
      )}
    </Dialog>
  )
}

function Pick({ from, error, busy, onPick }: { from: string; error: Error | null; busy: boolean; onPick: (until: string) => void }) {
  const { t } = useTranslation()
  const [at, setAt] = useState(from)
  const [missing, setMissing] = useState(false)
  const rule = isProblem(error) ? (['past', 'out-of-range'] as const).find((one) => one === error.rule) : undefined
  const submit = () => {
    const date = new Date(at)
    if (Number.isNaN(date.getTime())) setMissing(true)
    else onPick(date.toISOString())
  }
  return (
    <Fields
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextInput
        data-autofocus
        size="sm"
        type="datetime-local"
        label={t('endings.snooze.when')}
        value={at}
        onChange={({ currentTarget }) => setAt(currentTarget.value)}
        error={missing && !at ? t('endings.snooze.needTime') : rule && t(`endings.snooze.rule.${rule}`)}
      />
      <Refusal error={rule ? null : error} />
      <Button type="submit" size="sm" loading={busy}>
        {t('endings.snooze.save')}
      </Button>
    </Fields>
  )
}

/** What was looked at is out of the way now, as after its end. */
function useNext(conversation: Conversation) {
  const router = useRouter()
  const { view, filter } = useView()
  const { conversations } = useConversations()
  const search = listFilter(filter)
  return () => {
    const conversationId = nextTo(conversations, conversation.id)?.id
    if (!router.state.location.pathname.endsWith(conversation.id) || view === 'snoozed') return
    void (conversationId && conversationId !== conversation.id
      ? router.navigate({ to: '/inbox/$view/$conversationId', params: { view, conversationId }, search })
      : router.navigate({ to: '/inbox/$view', params: { view }, search }))
  }
}
