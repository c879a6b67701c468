import { Button, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calendars'
import { calendarQueries } from '../api/calendars'
import type { Calendar } from '../api/types'
import { useChange } from '../app/useChange'
import { Padded, Section } from '../ui/Page'
import { showFirstWrong } from '../ui/showFirstWrong'
import { draftOf, newCalendar, wanted, type CalendarDraft } from './draft'
import styles from './Hours.module.css'
import { SpecialDays } from './SpecialDays'
import { useWrong } from './useWrong'
import { WeekGrid } from './WeekGrid'

/** Everything of a calendar, written down and saved as a whole. */
export function CalendarForm({ calendar }: { calendar: Calendar | undefined }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => (calendar ? draftOf(calendar) : newCalendar(i18n.language)))
  const form = useRef<HTMLFormElement>(null)
  const save = useChange({
    make: () => (calendar ? calls.replaceCalendar(calendar.id, calendar.version, wanted(draft)) : calls.addCalendar(wanted(draft))),
    touches: [calendarQueries.all.queryKey, ['calendar']],
    said: t('calendars.saved'),
    onDone: () => void navigate({ to: '/settings/hours' }),
    quiet: true,
  })
  const { wrong, rest } = useWrong(save.error)
  useEffect(() => {
    if (save.error) showFirstWrong(form.current)
  }, [save.error])
  // What was said of the one before is not said of another.
  const put = (changed: CalendarDraft) => {
    setDraft(changed)
    save.reset()
  }
  const zones = useMemo(
    () => [...new Set([draft.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    [draft.timeZone],
  )
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Section title={t('calendars.about')}>
        <Padded>
          <div className={styles.about}>
            <TextInput
              size="sm"
              dir="auto"
              maxLength={80}
              autoComplete="off"
              label={t('calendars.name')}
              placeholder={t('calendars.nameExample')}
              error={wrong('name') && t('calendars.nameMissing')}
              value={draft.name}
              onChange={({ currentTarget }) => put({ ...draft, name: currentTarget.value })}
            />
            <Select
              size="sm"
              searchable
              limit={80}
              allowDeselect={false}
              label={t('calendars.timeZone')}
              error={wrong('timeZone')}
              data={zones}
              value={draft.timeZone}
              onChange={(timeZone) => timeZone && put({ ...draft, timeZone })}
            />
          </div>
        </Padded>
      </Section>
      <Section title={t('calendars.week')} lead={t('calendars.weekLead')}>
        <WeekGrid week={draft.week} wrong={wrong} onChange={(week) => put({ ...draft, week })} />
      </Section>
      <SpecialDays draft={draft} wrong={wrong} onChange={put} />
      {save.error && (
        <p className={styles.trouble} role="alert">
          {rest ?? t('calendars.seeAbove')}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('calendars.save')}
        </Button>
        <Button variant="default" onClick={() => void navigate({ to: '/settings/hours' })}>
          {t('calendars.cancel')}
        </Button>
      </div>
    </form>
  )
}
