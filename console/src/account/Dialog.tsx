import { Modal } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { confirming } from '../api/confirmation'
import { useStore } from '../ui/store'

interface Props {
  title: string
  onClose: () => void
  /** Whether only what is inside may close it, because what it shows is told once. */
  sealed?: boolean
  /** Whether two things stand in it side by side. */
  wide?: boolean
  children: ReactNode
}

/** Something to be filled in or read before anything else; leaves the focus where it found it. */
export function Dialog({ title, onClose, sealed, wide, children }: Props) {
  const { t } = useTranslation()
  const asked = Boolean(useStore(confirming))
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
  return (
    <Modal
      opened
      size={wide ? 'xl' : undefined}
      onClose={onClose}
      title={title}
      closeOnEscape={!asked && !sealed}
      closeOnClickOutside={false}
      withCloseButton={!sealed}
      closeButtonProps={{ 'aria-label': t('question.cancel') }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Modal>
  )
}
