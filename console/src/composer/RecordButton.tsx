import { ActionIcon, CloseButton, Tooltip } from '@mantine/core'
import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../ui/clock'
import { playingTime } from '../ui/playingTime'
import styles from './Editor.module.css'
import type { Attachment } from './useAttachment'
import { recordable, useRecorder } from './useRecorder'

/** Records a voice note and attaches it. */
export function RecordButton({ attachment: { attachVoice } }: { attachment: Attachment }) {
  const { t } = useTranslation()
  const { since, refused, start, stop } = useRecorder((sound) =>
    attachVoice(new File([sound], t('composer.voiceNote'), { type: sound.type })),
  )
  const now = useNow(1_000)
  if (!recordable()) return null
  if (since === null)
    return (
      <>
        <Tooltip label={t('composer.record')}>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('composer.record')} onClick={() => void start()}>
            <IconMicrophone className={styles.clip} />
          </ActionIcon>
        </Tooltip>
        {refused && (
          <span className={styles.over} role="alert">
            {t('composer.noMicrophone')}
          </span>
        )}
      </>
    )
  return (
    <>
      <ActionIcon variant="light" color="red" size={30} aria-label={t('composer.stopRecording')} onClick={() => stop(true)}>
        <IconPlayerStopFilled className={styles.clip} />
      </ActionIcon>
      <span className={styles.recording} role="timer">
        {playingTime(Math.max(0, now - since) / 1000)}
      </span>
      <CloseButton size="sm" aria-label={t('composer.discardRecording')} onClick={() => stop(false)} />
    </>
  )
}
