import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceQueries } from '../api/attendance'
import type { Availability, BreakReason, WantedAvailability } from '../api/types'
import styles from './AvailabilityChoice.module.css'
import { AVAILABILITIES, Mark } from './Mark'
import { useReasonName } from './useReasonName'

interface Props {
  /** How they stand; undefined while that is not known. */
  now: { availability: Availability; reason: BreakReason | null } | undefined
  /** What is on its way to the server. */
  pending: WantedAvailability | undefined
  onChoose: (wanted: WantedAvailability) => void
}

/** What somebody can be, as items of a menu; a break unfolds what it can be for, where the business has reasons. */
export function Choices({ now, pending, onChoose }: Props) {
  const { t } = useTranslation()
  const name = useReasonName()
  const [unfolded, setUnfolded] = useState(false)
  const reasons = useQuery(attendanceQueries.reasons).data?.items ?? []
  const showsReasons = reasons.length > 0 && (unfolded || now?.availability === 'break')
  return AVAILABILITIES.map((one) => (
    <div key={one} role="none">
      <Choice
        value={one}
        checked={now?.availability === one}
        busy={pending?.availability === one && !pending.reasonId}
        expanded={one === 'break' && reasons.length > 0 ? showsReasons : undefined}
        onChoose={() => (one === 'break' && reasons.length > 0 ? setUnfolded(true) : onChoose({ availability: one }))}
      >
        <Mark of={one} />
        {t(`availability.${one}`)}
      </Choice>
      {one === 'break' && showsReasons && (
        <div role="group" aria-label={t('availability.break')} className={styles.reasons}>
          <Choice
            value="break none"
            checked={now?.availability === 'break' && !now.reason}
            onChoose={() => onChoose({ availability: 'break' })}
          >
            {t('availability.noReason')}
          </Choice>
          {reasons.map((reason) => (
            <Choice
              key={reason.id}
              value={`break ${reason.id}`}
              checked={now?.reason?.id === reason.id}
              busy={pending?.reasonId === reason.id}
              onChoose={() => onChoose({ availability: 'break', reasonId: reason.id })}
            >
              <bdi>{name(reason)}</bdi>
            </Choice>
          ))}
        </div>
      )}
    </div>
  ))
}

interface ChoiceProps {
  value: string
  checked: boolean
  busy?: boolean
  expanded?: boolean
  onChoose: () => void
  children: ReactNode
}

function Choice({ value, checked, busy = false, expanded, onChoose, children }: ChoiceProps) {
  return (
    <Menu.RadioItem
      value={value}
      checked={checked}
      checkIcon={<IconCheck aria-hidden size="1rem" />}
      aria-busy={busy}
      aria-expanded={expanded}
      closeMenuOnClick={false}
      onChange={onChoose}
    >
      <span className={styles.choice}>{children}</span>
    </Menu.RadioItem>
  )
}
