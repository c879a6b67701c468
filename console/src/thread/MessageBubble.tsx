import { Button, CopyButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { Message } from '../api/types'
import { usePermissions } from '../session/me'
import { useNow } from '../ui/clock'
import { clock, windowState } from '../ui/time'
import { AnswerButton } from './AnswerButton'
import { Bubble } from './Bubble'
import styles from './Bubble.module.css'
import { ContentView } from './ContentView'
import { failureOf, isStopping, mayPass } from './failures'
import { ReactButton } from './ReactButton'
import react from './ReactButton.module.css'
import { Reference } from './Reference'
import { Ticks } from './Ticks'
import { useConversationActions } from './useConversationActions'

interface Props {
  conversationId: string
  message: Message
  first: boolean
  last: boolean
  ticks: boolean
}

export const MessageBubble = memo(function MessageBubble({ conversationId, message, first, last, ticks }: Props) {
  const { t, i18n } = useTranslation()
  const { direction, status, at, content, context, editedAt } = message
  const lost = status === 'failed' || status === 'unconfirmed'
  const outbound = direction === 'outbound'
  return (
    <Bubble
      look={direction}
      first={first}
      last={last}
      stacked={content.type !== 'text' || !!context}
      head={outbound && first && <Author message={message} />}
      foot={
        (last || lost || outbound || editedAt) && (
          <>
            {editedAt && <span title={clock(editedAt, i18n.language)}>{t('thread.edited')}</span>}
            {(last || lost) && <time dateTime={at}>{clock(at, i18n.language)}</time>}
            {outbound && <Ticks status={status} hidden={!ticks && !last} />}
          </>
        )
      }
      sign={isSigned(message) && <Signs message={message} />}
      aside={
        <>
          <AnswerButton conversationId={conversationId} message={message} />
          <ReactButton conversationId={conversationId} message={message} />
        </>
      }
      after={
        lost ? (
          !message.retriedBy && <Remedy conversationId={conversationId} message={message} />
        ) : (
          message.delay && status === 'queued' && <Delay delay={message.delay} />
        )
      }
    >
      {context && <Reference context={context} />}
      <ContentView content={content} outbound={outbound} />
    </Bubble>
  )
})

/** What somebody typed, to be said in another way. */
const wordsOf = ({ content }: Message) => ('body' in content && content.body) || ('caption' in content && content.caption) || ''

const isSigned = ({ reaction, ownReaction }: Message) => Boolean(reaction || ownReaction?.emoji || ownReaction?.failure)

/** The contact's sign and ours. */
function Signs({ message: { reaction, ownReaction } }: { message: Message }) {
  const { t } = useTranslation()
  const { emoji, failure } = ownReaction ?? {}
  return (
    <>
      {reaction && <span aria-label={t('thread.reaction', { reaction })}>{reaction}</span>}
      {emoji && <span aria-label={t('thread.ownReaction', { reaction: emoji })}>{emoji}</span>}
      {failure && (
        <small className={react.failed} title={failure.reason ?? undefined}>
          {t('thread.reactionFailed')}
        </small>
      )}
    </>
  )
}

function Author({ message: { author } }: { message: Message }) {
  const { t } = useTranslation()
  if (author.name) return <bdi>{author.name}</bdi>
  return author.kind === 'agent' || author.kind === 'contact' ? null : t(`thread.${author.kind}`)
}

/** Why a message did not surely arrive, and the button that helps where one does; only a person sends it again. */
function Remedy({ conversationId, message }: { conversationId: string; message: Message }) {
  const { t, i18n } = useTranslation()
  const may = usePermissions()
  const { data: conversation } = useQuery(queries.conversation(conversationId))
  const { resend } = useConversationActions({ id: conversationId, assignee: null })
  const now = useNow(10_000)
  const failed = message.status === 'failed'
  const failure = failureOf(message.failure?.code ?? '')
  // Templates go at any time.
  const open = message.content.type === 'template' || windowState(conversation?.serviceWindowClosesAt ?? null, now).state !== 'closed'
  const from = message.resendableFrom ? Date.parse(message.resendableFrom) : 0
  const doubt =
    from > now ? t('outbox.inDoubt', { time: clock(message.resendableFrom ?? '', i18n.language) }) : t('outbox.unconfirmed')
  const elsewhere = message.author.kind === 'phone' || message.author.kind === 'assistant'
  const words = wordsOf(message)
  const helps = open && !elsewhere && (failed ? mayPass(failure, open) : from <= now)
  return (
    <>
      <span>{failed ? t(`failure.${failure}`) : doubt}</span>
      {failed && message.failure && <Original {...message.failure} />}
      {helps && may('ANSWER_CONVERSATIONS') && (
        <Button size="compact-xs" variant="default" loading={resend.isPending} onClick={() => resend.mutate(message.id)}>
          {failed ? t('outbox.retry') : t('outbox.sendAgain')}
        </Button>
      )}
      {failed && !helps && words && (
        <CopyButton value={words}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {copied ? t('outbox.copied') : t('outbox.copy')}
            </Button>
          )}
        </CopyButton>
      )}
    </>
  )
}

/** Why it still waits although it was tried, and what happens next. */
function Delay({ delay: { code, nextTryAt } }: { delay: NonNullable<Message['delay']> }) {
  const { t, i18n } = useTranslation()
  const failure = failureOf(code)
  const time = clock(nextTryAt, i18n.language)
  if (isStopping(failure)) return <span>{t('outbox.stopped', { reason: t(`failure.${failure}`) })}</span>
  return <span>{failure === 'tooFast' ? t('outbox.tooFast', { time }) : t('outbox.putOff', { time })}</span>
}

/** What the network itself said, for whoever has to look it up. */
function Original({ code, reason }: NonNullable<Message['failure']>) {
  const { t } = useTranslation()
  return (
    <small className={styles.original} title={reason ?? undefined}>
      {t('failure.code', { code })}
    </small>
  )
}
