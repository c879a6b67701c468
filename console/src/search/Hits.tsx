import { IconFile } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, Excerpt, SearchHit } from '../api/types'
import { useContactName } from '../contact/useContactName'
import { Chip } from '../ui/Chip'
import { Face } from '../ui/Face'
import { Moment } from '../ui/Time'
import styles from './Search.module.css'

/** Leads to the conversation with somebody who was found by name or phone. */
export function ConversationHit({ conversation, words }: { conversation: Conversation; words: string }) {
  const { t } = useTranslation()
  const { id, contact, status, lastMessageAt, department } = conversation
  const name = useContactName()(contact)
  return (
    <li>
      <Link className={styles.hit} data-hit={id} to="/inbox/$view/$conversationId" params={{ view: viewOf(status), conversationId: id }} search={{}}>
        <Face name={name} seed={contact.id} />
        <span className={styles.words}>
          <span className={styles.first}>
            <bdi className={styles.name}>
              <Typed words={words} text={name} />
            </bdi>
            <Status status={status} />
            <span className={styles.at}>
              <Moment at={lastMessageAt} />
            </span>
          </span>
          <span className={styles.facts}>
            {contact.name && contact.phone && <bdi dir="ltr">{contact.phone}</bdi>}
            {department && <bdi>{department.name}</bdi>}
            {!department && !contact.phone && t('search.conversation')}
          </span>
        </span>
      </Link>
    </li>
  )
}

/** Leads to a message or note in its place. */
export function MessageHit({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation()
  const contact = useContactName()(hit.contact)
  const author = hit.by === 'contact' ? contact : (hit.author?.name ?? t(`search.writer.${hit.by}`))
  return (
    <li>
      <Link
        className={styles.hit}
        data-hit={hit.id}
        to="/inbox/$view/$conversationId"
        params={{ view: viewOf(hit.status), conversationId: hit.conversationId }}
        search={{ message: hit.id }}
      >
        <Face name={contact} seed={hit.contact.id} />
        <span className={styles.words}>
          <span className={styles.first}>
            <bdi className={styles.name}>{contact}</bdi>
            {hit.by === 'note' && <Chip tone="waiting">{t('search.note')}</Chip>}
            <Status status={hit.status} />
            <span className={styles.at}>
              <Moment at={hit.at} />
            </span>
          </span>
          {hit.files.map(({ media, name }) => (
            <span key={media} className={styles.file}>
              <IconFile aria-hidden size="1rem" />
              <bdi>
                <Marked excerpt={name} />
              </bdi>
            </span>
          ))}
          {hit.excerpt.pieces.length > 0 && (
            <span className={styles.excerpt} dir="auto">
              <Marked excerpt={hit.excerpt} />
            </span>
          )}
          {hit.by !== 'contact' && (
            <span className={styles.facts}>
              <span>
                {t('search.wroteBefore')} <bdi>{author}</bdi>
              </span>
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}

const viewOf = (status: Conversation['status']) => (status === 'resolved' ? 'resolved' : status === 'snoozed' ? 'snoozed' : 'open')

function Status({ status }: { status: Conversation['status'] }) {
  const { t } = useTranslation()
  return status === 'open' ? null : <Chip>{t(`search.status.${status}`)}</Chip>
}

/** What answers is marked; a text that goes on says so. */
function Marked({ excerpt: { pieces, cutBefore, cutAfter } }: { excerpt: Excerpt }) {
  return (
    <>
      {cutBefore && '…'}
      {pieces.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>))}
      {cutAfter && '…'}
    </>
  )
}

/** A name with what was typed of it, as far as it is written there in the same way. */
function Typed({ text, words }: { text: string; words: string }) {
  const sought = words.trim()
  const at = text.toLocaleLowerCase().indexOf(sought.toLocaleLowerCase())
  if (!sought || at < 0) return text
  const end = at + sought.length
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  )
}
