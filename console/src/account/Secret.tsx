import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './Secret.module.css'

/** Something to be carried elsewhere exactly as it is. */
export function Secret({ label, children }: { label: string; children: string }) {
  return (
    <div className={styles.secret} role="group" aria-label={label}>
      <span className={styles.words} dir="ltr">
        {children}
      </span>
      <Copy text={children} />
    </div>
  )
}

export function Copy({ text }: { text: string }) {
  const { t } = useTranslation()
  const { copy, copied } = useClipboard({ timeout: 3000 })
  return (
    <Button variant="default" leftSection={copied ? <IconCheck size="1rem" /> : <IconCopy size="1rem" />} onClick={() => copy(text)}>
      {copied ? t('account.copied') : t('account.copy')}
    </Button>
  )
}
