import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Editor.module.css'
import type { Attachment } from './useAttachment'

export function AttachButton({ attachment: { limits, attach } }: { attachment: Attachment }) {
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
          accept={limits?.files.flatMap(({ mimeTypes }) => mimeTypes).join()}
          onClick={(event) => event.stopPropagation()}
          onChange={({ currentTarget }) => {
            attach([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </ActionIcon>
    </Tooltip>
  )
}
