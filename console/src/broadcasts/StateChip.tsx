import { useTranslation } from 'react-i18next'
import type { Broadcast } from '../api/types'
import { Chip, type Tone } from '../ui/Chip'

const TONES: Record<Broadcast['state'], Tone> = { planned: 'plain', running: 'accent', paused: 'waiting', finished: 'done', cancelled: 'plain' }

export function StateChip({ of: { state, gathering, quietUntil } }: { of: Pick<Broadcast, 'state' | 'gathering' | 'quietUntil'> }) {
  const { t } = useTranslation()
  if (quietUntil) return <Chip tone="waiting">{t('broadcasts.quietNow')}</Chip>
  return <Chip tone={TONES[state]}>{t(gathering ? 'broadcasts.gathering' : `broadcasts.states.${state}`)}</Chip>
}
