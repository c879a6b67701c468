import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { draftOf, keepDraft } from '../offer/draft'
import { composing } from '../offer/kinds'
import { shownAs } from '../offer/shown'
import type { Outgoing } from '../outbox/outgoing'
import { useOutbox } from '../outbox/OutboxProvider'
import { useMe } from '../session/me'
import { Bubble } from './Bubble'
import { ContentView } from './ContentView'
import { NoteBubble } from './NoteBubble'
import { QuoteView } from './Reference'
import { Ticks } from './Ticks'
import { Words } from './Words'

/** What was written here and is not confirmed yet; it never claims more than that. */
export function OutgoingBubble({ outgoing }: { outgoing: Outgoing }) {
  const { t } = useTranslation()
  const { user } = useMe()
  const { kind, content, replyTo, fileName, words, at, state } = outgoing
  const foot = (
    <>
      {state === 'waiting' && t('outbox.waiting')}
      <Ticks status={state === 'refused' || state === 'held' ? 'failed' : 'queued'} />
    </>
  )
  const after = (state === 'refused' || state === 'held') && <Remedy outgoing={outgoing} />
  const shown = shownAs(content)
  const body = words ?? (content.type === 'text' ? content.body : 'caption' in content ? content.caption : undefined) ?? ''
  if (kind === 'note')
    return <NoteBubble name={user.name} body={body} at={new Date(at).toISOString()} foot={foot} after={after} />
  return (
    <Bubble look="outbound" stacked={content.type !== 'text'} head={<bdi>{user.name}</bdi>} foot={foot} after={after} faint>
      {replyTo && <QuoteView quote={replyTo} />}
      {fileName && <bdi>{fileName}</bdi>}
      {shown ? <ContentView content={shown} /> : body && <Words body={body} />}
    </Bubble>
  )
}

function Remedy({ outgoing: { clientId, conversationId, content, state, reason } }: { outgoing: Outgoing }) {
  const { t } = useTranslation()
  const outbox = useOutbox()
  const begun = state === 'refused' ? draftOf(content) : undefined
  function edit() {
    if (!begun) return
    keepDraft(conversationId, begun.kind, begun.draft)
    outbox.discard(clientId)
    composing.set({ conversationId, kind: begun.kind })
  }
  return (
    <>
      <span role="alert">{state === 'held' ? t('outbox.held') : reason || t('outbox.refused')}</span>
      <Button size="compact-xs" variant="default" onClick={() => outbox.retry(clientId)}>
        {state === 'held' ? t('outbox.sendNow') : t('outbox.retry')}
      </Button>
      {begun && (
        <Button size="compact-xs" variant="default" onClick={edit}>
          {t('insert.edit')}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => outbox.discard(clientId)}>
        {t('outbox.discard')}
      </Button>
    </>
  )
}
