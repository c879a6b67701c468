import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calls'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import styles from './MediaView.module.css'

interface Props {
  icon: ReactNode
  name: string
  words: string
  children?: ReactNode
}

/** A file that cannot be shown, and why. */
export function MissingFile({ icon, name, words, children }: Props) {
  return (
    <div className={styles.missing}>
      {icon}
      <span>
        <strong>{name}</strong>
        <br />
        {words}
      </span>
      {children}
    </div>
  )
}

export function RetryButton({ mediaId, name }: { mediaId: string; name: string }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const { mutate, isPending } = useChange({ make: () => calls.fetchMediaAgain(mediaId), touches: [['timeline']] })
  if (!may('ANSWER_CONVERSATIONS')) return null
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={isPending}
      onClick={() => mutate()}
      aria-label={t('thread.fetchAgainOf', { name })}
    >
      {t('thread.fetchAgain')}
    </Button>
  )
}
