import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core'
import { IconBolt, IconSend2 } from '@tabler/icons-react'
import { Suspense, useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { piece } from '../api/code'
import type { Conversation, FileView } from '../api/types'
import { useAction } from '../keys/useAction'
import { InsertMenu } from '../offer/InsertMenu'
import { composing } from '../offer/kinds'
import { useResolveWithUndo } from '../thread/useResolveWithUndo'
import { useStore } from '../ui/store'
import { wordedPiece } from '../ui/wordedPiece'
import { answer, useAnswered } from './answering'
import { AnsweredMessage } from './AnsweredMessage'
import { AttachButton } from './AttachButton'
import { AttachmentPreview } from './AttachmentPreview'
import { useCaret } from './useCaret'
import { useDraft, type Mode } from './drafts'
import styles from './Editor.module.css'
import { LinkPreviewButton } from './LinkPreviewButton'
import { openPlaces, placeBeside } from './places'
import { RecordButton } from './RecordButton'
import { Room } from './Room'
import { summons } from './summons'
import type { Attachment } from './useAttachment'
import { useSend } from './useSend'
import { useTyping } from './useTyping'

const OfferDialog = piece(() => import('../offer/OfferDialog'))
const CannedPicker = wordedPiece(() => import('../canned/CannedPicker'))
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
  /** What is looked for among canned replies, and whether a slash began it. */
  const [sought, seek] = useState<{ words: string; slash: boolean } | null>(null)
  const [plainLink, setPlainLink] = useState(false)
  const kind = useStore(composing)
  const composed = reply && kind?.conversationId === conversation.id ? kind.kind : undefined
  const { select, insert } = useCaret(field, text, write)
  const typing = useTyping(conversation.id)
  const send = useSend(conversation.id, mode)
  const file = reply ? attachment.file : null
  const most = mostOf(attachment, mode)
  const length = text.trim().length
  const hasLink = LINK.test(text)
  const quoted = useAnswered(conversation.id)
  const answered = reply ? quoted : undefined
  const left = reply ? openPlaces(text) : []
  const ready = left.length === 0 && length <= most && (file ? attachment.stored !== undefined : length > 0)
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

  function putIn(words: string, kept: FileView | null) {
    seek(null)
    insert(words)
    typing()
    if (kept) attachment.attachKept(kept)
  }
  /** Whoever meant the slash itself finds it, with whatever was typed after it. */
  function leave(words?: string) {
    if (words !== undefined && sought?.slash) return putIn(`/${words}`, null)
    seek(null)
    field.current?.focus()
  }
  function look(words: string) {
    if (sought?.slash && /^[\s/]/.test(words)) leave(words)
    else if (sought) seek({ ...sought, words: words.replace(/^[\s/]+/, '') })
  }
  useAction('canned', () => seek({ words: '', slash: false }), reply)

  function submit() {
    if (left[0]) select(left[0].from, left[0].to)
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

  /** What is typed before the picker is there is meant for it: nothing of it is sent, and Escape leaves it as words. */
  function writeAhead(event: KeyboardEvent<HTMLTextAreaElement>, words: string) {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (isLetter) look(words + event.key)
    else if (event.key === 'Backspace' && words) look(words.slice(0, -1))
    else if (event.key === 'Escape' || event.key === 'Backspace') leave(words)
    else if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { selectionStart: from, selectionEnd: to } = event.currentTarget
    const isWord = !event.ctrlKey && !event.metaKey && !event.altKey
    if (sought) return writeAhead(event, sought.words)
    if (event.key === '/' && isWord && reply && !/\S$/.test(text.slice(0, from))) {
      event.preventDefault()
      return seek({ words: '', slash: true })
    }
    const place = event.key === 'Tab' && reply && placeBeside(text, { from, to }, event.shiftKey)
    if (place) {
      event.preventDefault()
      return event.currentTarget.setSelectionRange(place.from, place.to)
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
      {left.length > 0 && (
        <p className={styles.open} role="status">
          {t('composer.toFill', { places: left.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <div className={styles.tools}>
        {reply && (
          <Tooltip label={t('composer.canned')}>
            <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('composer.canned')} onClick={() => seek({ words: '', slash: false })}>
              <IconBolt className={styles.clip} />
            </ActionIcon>
          </Tooltip>
        )}
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
      {sought && (
        <Suspense>
          <CannedPicker conversation={conversation} words={sought.words} onLook={look} onTake={putIn} onClose={leave} onGone={() => seek(null)} />
        </Suspense>
      )}
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
