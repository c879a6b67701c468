import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core'
import { IconPaperclip, IconSend2 } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { useAction } from '../keys/useAction'
import { useResolveWithUndo } from '../thread/useResolveWithUndo'
import { useStore } from '../ui/store'
import { AttachmentPreview } from './AttachmentPreview'
import { useDraft, type Mode } from './drafts'
import styles from './Editor.module.css'
import { summons } from './summons'
import { useAttachment } from './useAttachment'
import { useSend } from './useSend'

export function Editor({ conversation, mode }: { conversation: Conversation; mode: Mode }) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, write] = useDraft(conversation.id, mode)
  const attachment = useAttachment()
  const [hovered, setHovered] = useState(false)
  const send = useSend(conversation.id, mode)
  const reply = mode === 'reply'
  const ready = attachment.file ? attachment.stored !== undefined : text.trim() !== ''
  const resolve = useResolveWithUndo(conversation)
  const called = useStore(summons) === conversation.id
  useEffect(() => {
    if (!called) return
    field.current?.focus()
    summons.set(null)
  }, [called])

  function submit() {
    if (!ready) return
    const confirmed = send(text.trim(), attachment.stored)
    write('')
    attachment.remove()
    field.current?.focus()
    return confirmed
  }
  /** What is written goes first; with nothing written there is nothing to wait for. */
  async function finish() {
    const empty = !attachment.file && text.trim() === ''
    if (empty || (await submit())) resolve.start()
  }
  useAction('finish', () => void finish(), conversation.status !== 'resolved')

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  function take(event: ClipboardEvent | DragEvent, files: FileList) {
    const file = files[0]
    setHovered(false)
    if (!file || !reply) return
    event.preventDefault()
    attachment.attach(file)
  }
  function onDragOver(event: DragEvent) {
    if (!reply || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setHovered(true)
  }

  const placeholder = !reply ? t('composer.noteHint') : attachment.file ? t('composer.caption') : t('composer.replyHint')
  return (
    <div
      className={styles.editor}
      data-hovered={hovered || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setHovered(false)}
      onDrop={(event) => take(event, event.dataTransfer.files)}
    >
      {hovered && <span className={styles.drop}>{t('composer.drop')}</span>}
      {attachment.file && <AttachmentPreview attachment={attachment} file={attachment.file} />}
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={8}
        dir="auto"
        classNames={{ input: styles.field }}
        value={text}
        maxLength={4096}
        onChange={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => take(event, event.clipboardData.files)}
        placeholder={placeholder}
        aria-label={placeholder}
      />
      <div className={styles.tools}>
        {reply ? <AttachButton onFile={attachment.attach} /> : <span />}
        <Button onClick={submit} disabled={!ready} leftSection={reply && <IconSend2 className={styles.directed} />}>
          {reply ? t('composer.send') : t('composer.saveNote')}
        </Button>
      </div>
    </div>
  )
}

function AttachButton({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Tooltip label={t('composer.attach')}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('composer.attach')} onClick={() => input.current?.click()}>
        <IconPaperclip className={styles.clip} />
        <input
          ref={input}
          type="file"
          hidden
          onClick={(event) => event.stopPropagation()}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) onFile(file)
            currentTarget.value = ''
          }}
        />
      </ActionIcon>
    </Tooltip>
  )
}
