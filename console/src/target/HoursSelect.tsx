import { NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { calendarQueries } from '../api/calendars'
import * as calls from '../api/targets'
import { targetQueries } from '../api/targets'
import type { Office, WantedOfficeHours } from '../api/types'
import { useChange } from '../app/useChange'
import { useStandingWords } from '../hours/useStandingWords'

interface Props {
  department: { id: string; name: string } | null
  office: Pick<Office, 'follows' | 'calendarId' | 'open' | 'until' | 'opens'>
}

/** By which hours a department goes, or the whole business, and whether that is open now. */
export function HoursSelect({ department, office }: Props) {
  const { t } = useTranslation()
  const words = useStandingWords()
  const calendars = useInfiniteQuery(calendarQueries.all)
  const save = useChange({
    make: (wanted: WantedOfficeHours) => calls.setHours(department?.id ?? null, wanted),
    touches: [targetQueries.hours.queryKey],
    said: t('targets.hoursSaved'),
  })
  const shown = save.isPending ? save.variables : office
  const known = calendars.data?.pages.flatMap(({ items }) => items) ?? []
  // The calendar itself may not be here yet.
  const rest = shown.calendarId && !known.some(({ id }) => id === shown.calendarId) ? [{ id: shown.calendarId, name: '…' }] : []
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <NativeSelect
      size="sm"
      label={department ? t('targets.hoursOf', { name: department.name }) : t('targets.hours')}
      description={words({ standing: office, timeZone })}
      disabled={save.isPending}
      value={shown.calendarId ?? shown.follows}
      data={[
        ...(department ? [{ value: 'business', label: t('targets.followsBusiness') }] : []),
        { value: 'always', label: t('targets.followsAlways') },
        ...[...known, ...rest].map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        save.mutate(value === 'business' || value === 'always' ? { follows: value, calendarId: null } : { follows: 'calendar', calendarId: value })
      }
    />
  )
}
