import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileView } from '../api/types'
import { playingTime } from '../ui/playingTime'
import styles from './VoiceNote.module.css'

const LOUDEST = 255
const RATES = [1, 1.5, 2]

interface Props {
  url: string
  sound: NonNullable<FileView['sound']>
  name: string
}

/** How loud a voice note is, before it is loaded, and where it is played. */
export function VoiceNote({ url, sound: { millis, levels }, name }: Props) {
  const { t } = useTranslation()
  const audio = useRef<HTMLAudioElement>(null)
  const [at, setAt] = useState(0)
  const [playing, setPlaying] = useState(false)
  const [rate, setRate] = useState(1)
  const seconds = millis / 1000
  const toggle = () => (playing ? audio.current?.pause() : void audio.current?.play())
  const seek = (to: number) => {
    if (audio.current) audio.current.currentTime = to
    setAt(to)
  }
  const hurry = () => {
    const next = RATES[(RATES.indexOf(rate) + 1) % RATES.length]!
    if (audio.current) audio.current.playbackRate = next
    setRate(next)
  }
  return (
    <div className={styles.voice} role="group" aria-label={name}>
      <audio
        ref={audio}
        src={url}
        preload="none"
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => seek(0)}
      />
      <ActionIcon radius="xl" onClick={toggle} aria-label={playing ? t('thread.pause') : t('thread.play')}>
        {playing ? <IconPlayerPauseFilled className={styles.icon} /> : <IconPlayerPlayFilled className={styles.icon} />}
      </ActionIcon>
      <span className={styles.wave}>
        {levels.map((level, n) => (
          <span
            key={n}
            className={styles.bar}
            data-played={n < (at / seconds) * levels.length || undefined}
            style={{ blockSize: `${Math.max(8, (level / LOUDEST) * 100)}%` }}
          />
        ))}
        <input
          className={styles.slider}
          type="range"
          min={0}
          max={seconds}
          step={0.1}
          value={Math.min(at, seconds)}
          onChange={({ currentTarget }) => seek(Number(currentTarget.value))}
          aria-label={t('thread.position')}
          aria-valuetext={playingTime(at)}
        />
      </span>
      <span className={styles.time}>{playingTime(at || seconds)}</span>
      <UnstyledButton className={styles.rate} onClick={hurry} aria-label={t('thread.speed', { rate })}>
        {rate}×
      </UnstyledButton>
    </div>
  )
}
