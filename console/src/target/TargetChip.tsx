import { IconAlarm } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NearestTarget } from '../api/types'
import { Chip, type Tone } from '../ui/Chip'
import { useNow } from '../ui/clock'
import { spanOf } from '../ui/time'
import { useSpanWords } from '../ui/Time'
import { targetState, type TargetState } from './state'
import styles from './TargetChip.module.css'

const MINUTE = 60_000
const TONES: Record<TargetState, Tone> = { ahead: 'plain', endangered: 'waiting', broken: 'risk' }

/** What was promised next, and how much time there is left for it; brief where there is little room. */
export function TargetChip({ target, brief }: { target: NearestTarget; brief?: boolean }) {
  const { t } = useTranslation()
  const words = useSpanWords()
  const { state, distance } = targetState(target, useNow(10_000))
  const time = words(spanOf(Math.max(distance, MINUTE)))
  const sentence = t(`inbox.target.${state}`, { what: t(`inbox.target.${target.kind}`), time })
  return (
    <Chip tone={TONES[state]} icon={<IconAlarm aria-hidden />} title={sentence}>
      {brief ? (
        <>
          {/* The mark keeps the sign before its number where all else is read from right to left. */}
          <span aria-hidden>{state === 'broken' ? `\u200E−${time}` : time}</span>
          <span className={styles.hidden}>{sentence}</span>
        </>
      ) : (
        sentence
      )}
    </Chip>
  )
}
