import { IconClock, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../ui/Chip'
import { useNow } from '../ui/clock'
import { spanOf, windowState } from '../ui/time'
import { useSpanWords } from '../ui/Time'

/** How long free replies are still possible; brief where the meaning is given by its place. */
export function WindowChip({ closesAt, brief }: { closesAt: string | null; brief?: boolean }) {
  const { t } = useTranslation()
  const words = useSpanWords()
  const window = windowState(closesAt, useNow(10_000))
  if (window.state === 'closed')
    return (
      <Chip icon={<IconLock aria-hidden />} title={t('composer.closedTitle')}>
        {brief ? t('contact.windowClosed') : t('composer.closedTitle')}
      </Chip>
    )
  const time = words(spanOf(window.left))
  const sentence = t(window.state === 'closing' ? 'composer.windowClosing' : 'composer.windowOpen', { time })
  return (
    <Chip tone={window.state === 'closing' ? 'waiting' : 'plain'} icon={<IconClock aria-hidden />} title={sentence}>
      {brief ? time : sentence}
    </Chip>
  )
}
