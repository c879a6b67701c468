import { useTranslation } from 'react-i18next'
import { Mark } from '../availability/Mark'
import { useStandingWords } from '../availability/useStandingWords'
import { Row } from '../ui/Rows'
import { clock, length } from '../ui/time'
import type { Stretch } from './day'

/** What somebody was for a while, how long, and by whose decision. */
export function SpellRow({ stretch: { spell, from, to } }: { stretch: Stretch }) {
  const { t, i18n } = useTranslation()
  const words = useStandingWords()
  const at = (time: number) => clock(new Date(time).toISOString(), i18n.language)
  const span = { from: at(from), to: at(to) }
  return (
    <Row
      icon={<Mark of={spell.availability} />}
      name={words({ ...spell, automatic: spell.by === 'server' && spell.availability === 'away' })}
      facts={[
        spell.until === null ? t('attendance.goesOn', span) : t('attendance.fromTo', span),
        length(to - from, i18n.language),
        spell.by === 'manager' && t('attendance.byManager', { name: spell.byName ?? '' }),
        spell.by === 'server' && t('attendance.byServer'),
      ]}
    />
  )
}
