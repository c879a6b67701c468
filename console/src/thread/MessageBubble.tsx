import { Button } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../api/types'
import { usePermissions } from '../session/me'
import { clock } from '../ui/time'
import { Bubble } from './Bubble'
import { ContentView } from './ContentView'
import { Ticks } from './Ticks'
import { useConversationActions } from './useConversationActions'

interface Props {
  conversationId: string
  message: Message
  first: boolean
  last: boolean
}

export const MessageBubble = memo(function MessageBubble({ conversationId, message, first, last }: Props) {
  const { i18n } = useTranslation()
  const { direction, status, at, content } = message
  const lost = status === 'failed' || status === 'unconfirmed'
  const outbound = direction === 'outbound'
  return (
    <Bubble
      look={direction}
      first={first}
      last={last}
      stacked={content.type !== 'text'}
      head={outbound && first && <Author message={message} />}
      foot={
        (last || lost) && (
          <>
            <time dateTime={at}>{clock(at, i18n.language)}</time>
            {outbound && <Ticks status={status} />}
          </>
        )
      }
      after={lost && !message.retriedBy && <Remedy conversationId={conversationId} message={message} />}
    >
      <ContentView content={content} />
    </Bubble>
  )
})

function Author({ message: { author } }: { message: Message }) {
  const { t } = useTranslation()
  if (author.name) return <bdi>{author.name}</bdi>
  return author.kind === 'bot' ? t('thread.bot') : author.kind === 'system' ? t('thread.system') : null
}

/** Why a message did not surely arrive, and the button that helps; only a person sends it again. */
function Remedy({ conversationId, message }: { conversationId: string; message: Message }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const { resend } = useConversationActions({ id: conversationId, assignee: null })
  const failed = message.status === 'failed'
  return (
    <>
      <span dir="auto">{failed ? (message.failure?.reason ?? t('tick.failed')) : t('outbox.unconfirmed')}</span>
      {may('ANSWER_CONVERSATIONS') && (
        <Button size="compact-xs" variant="default" loading={resend.isPending} onClick={() => resend.mutate(message.id)}>
          {failed ? t('outbox.retry') : t('outbox.sendAgain')}
        </Button>
      )}
    </>
  )
}
