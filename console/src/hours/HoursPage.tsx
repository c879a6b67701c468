import { Button } from '@mantine/core'
import { IconClock, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calendars'
import { calendarQueries } from '../api/calendars'
import type { Calendar } from '../api/types'
import { useChange } from '../app/useChange'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import styles from './Hours.module.css'
import { useStandingWords } from './useStandingWords'

/** When the business answers: its calendars, and whether they are open now. */
export function HoursPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const calendars = useInfiniteQuery(calendarQueries.all)
  return (
    <Page
      title={t('calendars.title')}
      lead={t('calendars.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => void navigate({ to: '/settings/hours/new' })}>
          {t('calendars.add')}
        </Button>
      }
    >
      <Card>
        <Loaded of={calendars}>
          {({ pages }) =>
            pages[0]!.items.length === 0 ? (
              <Empty icon={<IconClock />} title={t('calendars.empty')} hint={t('calendars.emptyHint')} />
            ) : (
              <Rows label={t('calendars.title')}>
                {pages
                  .flatMap(({ items }) => items)
                  .map((calendar) => (
                    <CalendarRow key={calendar.id} calendar={calendar} />
                  ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <More of={calendars}>{t('calendars.more')}</More>
    </Page>
  )
}

function CalendarRow({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const words = useStandingWords()
  const { id, name, standing, timeZone, specialDays } = calendar
  const remove = useChange({ make: () => calls.removeCalendar(id), touches: [calendarQueries.all.queryKey], said: t('calendars.removed') })
  const start = async () => {
    if (await ask({ title: t('calendars.removeTitle', { name }), text: t('calendars.removeText'), yes: t('calendars.remove'), grave: true })) remove.mutate()
  }
  return (
    <Row
      icon={<IconClock size="1.125rem" />}
      name={
        <Link className={styles.link} to="/settings/hours/$calendarId" params={{ calendarId: id }}>
          <bdi>{name}</bdi>
        </Link>
      }
      chips={<Chip tone={standing.open ? 'done' : 'plain'}>{t(standing.open ? 'calendars.open' : 'calendars.closed')}</Chip>}
      facts={[
        words(calendar),
        <bdi key="zone">{timeZone.replaceAll('_', ' ')}</bdi>,
        specialDays.length > 0 && t('calendars.dayCount', { count: specialDays.length }),
      ]}
    >
      <Button
        variant="default"
        aria-label={t('calendars.editOf', { name })}
        onClick={() => void navigate({ to: '/settings/hours/$calendarId', params: { calendarId: id } })}
      >
        {t('calendars.edit')}
      </Button>
      <Button variant="default" aria-label={t('calendars.removeOf', { name })} loading={remove.isPending} onClick={() => void start()}>
        {t('calendars.remove')}
      </Button>
    </Row>
  )
}
