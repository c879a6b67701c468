import { useTranslation } from 'react-i18next'
import type { Broadcast } from '../api/types'
import { Chip, type Tone } from '../ui/Chip'

const TONES: Record<Broadcast['state'], Tone> = { planned: 'plain', running: 'accent', paused: 'waiting', finished: 'done', cancelled: 'plain' }

/** It says that it is being sent only once something is: before, it may turn out that whoever it is for sleeps. */
export function StateChip({ of: { state, gathering, quietUntil, results } }: { of: Pick<Broadcast, 'state' | 'gathering' | 'quietUntil' | 'results'> }) {
  const { t } = useTranslation()
  if (quietUntil) return <Chip tone="waiting">{t('broadcasts.quietNow')}</Chip>
  const begins = state === 'running' && results.recipients === results.waiting + results.skipped
  return <Chip tone={TONES[state]}>{t(gathering ? 'broadcasts.gathering' : begins ? 'broadcasts.beginning' : `broadcasts.states.${state}`)}</Chip>
}
