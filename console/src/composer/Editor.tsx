import { Button, Textarea } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { Suspense, useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import type { Conversation } from '../api/types'
import { useAction } from '../keys/useAction'
import { InsertMenu } from '../offer/InsertMenu'
import { composing } from '../offer/kinds'
import { useResolveWithUndo } from '../thread/useResolveWithUndo'
import { useStore } from '../ui/store'
import { answer, useAnswered } from './answering'
import { AnsweredMessage } from './AnsweredMessage'
import { AttachButton } from './AttachButton'
import { AttachmentPreview } from './AttachmentPreview'
import { useDraft, type Mode } from './drafts'
import styles from './Editor.module.css'
import { LinkPreviewButton } from './LinkPreviewButton'
import { RecordButton } from './RecordButton'
import { Room } from './Room'
import { summons } from './summons'
import type { Attachment } from './useAttachment'
import { useSend } from './useSend'
import { useTyping } from './useTyping'

const OfferDialog = piece(() => import('../offer/OfferDialog'))
const SendTemplate = piece(() => import('../templates/SendTemplate'))
const LINK = /https?:\/\/\S/i

interface Props {
  conversation: Conversation
  mode: Mode
  attachment: Attachment
}

export function Editor({ conversation, mode, attachment }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const reply = mode === 'reply'
  const [text, write] = useDraft(conversation.id, mode)
  const [hovered, setHovered] = useState(false)
  const [inserting, setInserting] = useState(false)
  const [plainLink, setPlainLink] = useState(false)
  const kind = useStore(composing)
  const composed = reply && kind?.conversationId === conversation.id ? kind.kind : undefined
  const typing = useTyping(conversation.id)
  const send = useSend(conversation.id, mode)
  const file = reply ? attachment.file : null
  const most = mostOf(attachment, mode)
  const length = text.trim().length
  const hasLink = LINK.test(text)
  const quoted = useAnswered(conversation.id)
  const answered = reply ? quoted : undefined
  const ready = length <= most && (file ? attachment.stored !== undefined : length > 0)
  const resolve = useResolveWithUndo(conversation)
  const called = useStore(summons) === conversation.id
  useEffect(() => {
    if (!called) return
    field.current?.focus()
    summons.set(null)
  }, [called])

  // What is written next is said about the file, and no key of it does anything else.
  useEffect(() => {
    if (file) field.current?.focus()
  }, [file])

  function submit() {
    if (!ready) return
    const confirmed = send.words(text.trim(), reply ? attachment : undefined, answered, hasLink && plainLink ? false : undefined)
    write('')
    setPlainLink(false)
    if (reply) answer(conversation.id, undefined)
    if (reply) attachment.remove()
    field.current?.focus()
    return confirmed
  }
  /** What is written goes first; with nothing written there is nothing to wait for. */
  async function finish() {
    const empty = !file && length === 0
    if (empty || (await submit())) resolve.start()
  }
  useAction('finish', () => void finish(), conversation.status !== 'resolved')

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === '/' && reply && text === '') {
      event.preventDefault()
      setInserting(true)
      return
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  /** Whatever files come in are kept from the browser, which would open them in place of the console. */
  function take(event: ClipboardEvent | DragEvent, files: FileList) {
    setHovered(false)
    if (files.length === 0) return
    event.preventDefault()
    if (reply) attachment.attach([...files])
  }
  function onDragOver(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setHovered(true)
  }

  const placeholder = !reply ? t('composer.noteHint') : file && captioned(attachment) ? t('composer.caption') : t('composer.replyHint')
  return (
    <div
      className={styles.editor}
      data-hovered={hovered || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setHovered(false)}
      onDrop={(event) => take(event, event.dataTransfer.files)}
    >
      {hovered && <span className={styles.drop}>{reply ? t('composer.drop') : t('composer.noDrop')}</span>}
      {answered && <AnsweredMessage conversationId={conversation.id} message={answered} />}
      {file && <AttachmentPreview attachment={attachment} file={file} />}
      {reply && attachment.refusal && (
        <p className={styles.refusal} role="alert">
          {attachment.refusal}
        </p>
      )}
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={8}
        dir="auto"
        classNames={{ input: styles.field }}
        value={text}
        aria-invalid={length > most || undefined}
        onChange={({ currentTarget }) => {
          write(currentTarget.value)
          if (reply && currentTarget.value) typing()
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => take(event, event.clipboardData.files)}
        placeholder={placeholder}
        aria-label={placeholder}
      />
      <div className={styles.tools}>
        {reply && <InsertMenu conversationId={conversation.id} opened={inserting} onChange={setInserting} />}
        {reply && <AttachButton attachment={attachment} />}
        {reply && <RecordButton attachment={attachment} />}
        {reply && hasLink && !file && <LinkPreviewButton shown={!plainLink} onChange={(shown) => setPlainLink(!shown)} />}
        <span className={styles.gap} />
        <Room length={length} most={most} />
        <Button onClick={submit} disabled={!ready} leftSection={reply && <IconSend2 className={styles.directed} />}>
          {reply ? t('composer.send') : t('composer.saveNote')}
        </Button>
      </div>
      {composed === 'template' && (
        <Suspense>
          <SendTemplate conversation={conversation} onClose={() => composing.set(null)} />
        </Suspense>
      )}
      {composed && composed !== 'template' && (
        <Suspense>
          <OfferDialog
            key={composed}
            conversationId={conversation.id}
            kind={composed}
            onSend={(content) => {
              void send.content(content, answered)
              answer(conversation.id, undefined)
            }}
            onClose={() => composing.set(null)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** How many characters what is written may have; the server counts the same. */
function mostOf({ limits, file, type }: Attachment, mode: Mode) {
  if (!limits) return Infinity
  if (mode === 'note') return limits.noteCharacters
  return file && captioned({ type }) ? limits.captionCharacters : limits.textCharacters
}

/** Whether WhatsApp shows words under it. */
const captioned = ({ type }: Pick<Attachment, 'type'>) => type !== 'audio' && type !== 'sticker'
