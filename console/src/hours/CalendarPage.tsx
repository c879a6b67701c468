import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarQueries } from '../api/calendars'
import { BackLink } from '../ui/BackLink'
import { Loaded } from '../ui/Loaded'
import { Page } from '../ui/Page'
import { CalendarForm } from './CalendarForm'
import { useStandingWords } from './useStandingWords'

const route = getRouteApi('/shell/settings/hours/$calendarId')

/** One calendar, to be changed. */
export function CalendarPage() {
  const { calendarId } = route.useParams()
  const { t } = useTranslation()
  const standing = useStandingWords()
  const calendar = useQuery(calendarQueries.one(calendarId))
  return (
    <Frame title={calendar.data?.name ?? t('calendars.one')} lead={calendar.data && standing(calendar.data)}>
      <Loaded of={calendar}>{(data) => <CalendarForm key={data.version} calendar={data} />}</Loaded>
    </Frame>
  )
}

/** Another calendar. */
export function NewCalendarPage() {
  const { t } = useTranslation()
  return (
    <Frame title={t('calendars.add')}>
      <CalendarForm calendar={undefined} />
    </Frame>
  )
}

function Frame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Page title={title} lead={lead}>
      <BackLink to="/settings/hours">{t('calendars.all')}</BackLink>
      {children}
    </Page>
  )
}
