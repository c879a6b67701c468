import { Modal } from '@mantine/core'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { confirming } from '../api/confirmation'
import { ask, asked as question } from '../ui/ask'
import { useStore } from '../ui/store'

interface Props {
  title: string
  onClose: () => void
  /** Whether only what is inside may close it, because what it shows is told once. */
  sealed?: boolean
  /** Whether something in it would be lost, so that it asks before it closes; left out, whatever was typed would be. */
  unsaved?: boolean
  /** Whether two things stand in it side by side. */
  wide?: boolean
  children: ReactNode
}

/** Something to be filled in or read before anything else; leaves the focus where it found it. */
export function Dialog({ title, onClose, sealed, unsaved, wide, children }: Props) {
  const { t } = useTranslation()
  const confirmed = useStore(confirming)
  const questioned = useStore(question)
  const [typed, setTyped] = useState(false)
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
  const close = async () => {
    const words = { title: t('question.leave'), text: t('question.leaveText'), yes: t('question.throwAway'), no: t('question.goOn'), grave: true }
    if (!(unsaved ?? typed) || (await ask(words))) onClose()
  }
  return (
    <Modal
      opened
      size={wide ? 'xl' : undefined}
      onInput={(event: FormEvent) => {
        if (isWriting(event.target)) setTyped(true)
      }}
      onClose={() => void close()}
      title={title}
      closeOnEscape={!confirmed && !questioned && !sealed}
      closeOnClickOutside={false}
      withCloseButton={!sealed}
      closeButtonProps={{ 'aria-label': t('question.cancel') }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Modal>
  )
}

/** What somebody looks for, chooses or knows by heart is soon typed again. */
const isWriting = (target: EventTarget) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['search', 'password', 'checkbox', 'radio'].includes(target.type) && target.role !== 'combobox')
