import { Modal } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { confirming } from '../api/confirmation'
import { ask, asked as question } from '../ui/ask'
import { useStore } from '../ui/store'

interface Props {
  title: string
  onClose: () => void
  /** Whether only what is inside may close it, because what it shows is told once. */
  sealed?: boolean
  /** Whether something is written in it that would be lost: asks before it closes. */
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
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
  const close = async () => {
    const words = { title: t('question.leave'), text: t('question.leaveText'), yes: t('question.throwAway'), no: t('question.goOn'), grave: true }
    if (!unsaved || (await ask(words))) onClose()
  }
  return (
    <Modal
      opened
      size={wide ? 'xl' : undefined}
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
