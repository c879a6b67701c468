import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLink, IconLinkOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './Editor.module.css'

/** Whether WhatsApp shows a picture of the page that the first link leads to. */
export function LinkPreviewButton({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  const { t } = useTranslation()
  const Icon = shown ? IconLink : IconLinkOff
  return (
    <Tooltip label={t(shown ? 'composer.linkPreview' : 'composer.noLinkPreview')}>
      <ActionIcon
        variant={shown ? 'light' : 'subtle'}
        color={shown ? undefined : 'gray'}
        size={30}
        aria-pressed={shown}
        aria-label={t('composer.linkPreview')}
        onClick={() => onChange(!shown)}
      >
        <Icon className={styles.clip} />
      </ActionIcon>
    </Tooltip>
  )
}
