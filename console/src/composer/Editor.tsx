import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core'
import { IconPaperclip, IconSend2 } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../api/types'
import { AttachmentPreview } from './AttachmentPreview'
import { useDraft, type Mode } from './drafts'
import styles from './Editor.module.css'
import { useAttachment } from './useAttachment'
import { useSend } from './useSend'

interface Props {
  conversation: Conversation
  mode: Mode
  /** Grows each time somebody asks to write here. */
  asked: number
}

export function Editor({ conversation, mode, asked }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, write] = useDraft(conversation.id, mode)
  const attachment = useAttachment()
  const [hovered, setHovered] = useState(false)
  const send = useSend(conversation.id, mode)
  const reply = mode === 'reply'
  const ready = attachment.file ? attachment.stored !== undefined : text.trim() !== ''
  useEffect(() => {
    if (asked > 0) field.current?.focus()
  }, [asked])

  function submit() {
    if (!ready) return
    send(text.trim(), attachment.stored)
    write('')
    attachment.remove()
    field.current?.focus()
  }
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
