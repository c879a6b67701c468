import { Button } from '@mantine/core'
import { IconCalendarPlus, IconCalendarStar, IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/Empty'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { byYear, withDays, type CalendarDraft, type DayDraft } from './draft'
import styles from './Hours.module.css'
import { ImportDialog } from './ImportDialog'
import { SpecialDayDialog } from './SpecialDayDialog'
import { useDayWords } from './useDayWords'
import type { Wrong } from './useWrong'

interface Props {
  draft: CalendarDraft
  wrong: Wrong
  onChange: (draft: CalendarDraft) => void
}

/** Days with hours of their own, year after year. */
export function SpecialDays({ draft, wrong, onChange }: Props) {
  const { t } = useTranslation()
  const [dialog, open] = useState<'import' | 'new' | number>()
  const days = draft.specialDays
  const put = (specialDays: DayDraft[]) => onChange({ ...draft, specialDays })
  const save = (day: DayDraft) => {
    put(typeof dialog === 'number' ? days.map((one, index) => (index === dialog ? day : one)) : [...days, day])
    open(undefined)
  }
  const actions = (
    <div className={styles.actions}>
      <Button variant="default" leftSection={<IconFileImport size="1rem" />} onClick={() => open('import')}>
        {t('calendars.import')}
      </Button>
      <Button variant="default" leftSection={<IconCalendarPlus size="1rem" />} onClick={() => open('new')}>
        {t('calendars.addDay')}
      </Button>
    </div>
  )
  return (
    <Section title={t('calendars.specialDays')} lead={t('calendars.specialDaysLead')} action={actions}>
      {days.length === 0 && <Empty icon={<IconCalendarStar />} title={t('calendars.noDays')} hint={t('calendars.noDaysHint')} />}
      {wrong('specialDays') && (
        <p className={styles.trouble} role="alert">
          {wrong('specialDays')}
        </p>
      )}
      {byYear(days).map(({ year, days: some }) => (
        <section key={year} aria-label={year ?? t('calendars.everyYear')}>
          <h3 className={styles.year}>{year ?? t('calendars.everyYear')}</h3>
          <Rows label={year ?? t('calendars.everyYear')}>
            {some.map(({ day, index }) => (
              <DayRow
                key={index}
                day={day}
                trouble={troubleOf(wrong, index)}
                onEdit={() => open(index)}
                onRemove={() => put(days.filter((_, at) => at !== index))}
              />
            ))}
          </Rows>
        </section>
      ))}
      {dialog === 'import' && (
        <ImportDialog
          known={days}
          onClose={() => open(undefined)}
          onTake={(taken) => {
            onChange(withDays(draft, taken))
            open(undefined)
          }}
        />
      )}
      {(dialog === 'new' || typeof dialog === 'number') && (
        <SpecialDayDialog day={typeof dialog === 'number' ? days[dialog] : undefined} onSave={save} onClose={() => open(undefined)} />
      )}
    </Section>
  )
}

const PARTS = ['.date', '.yearly', '.name', '.spans', ...Array.from({ length: 10 }, (_, n) => [`.spans.${n}`, `.spans.${n}.from`, `.spans.${n}.to`]).flat()]

const troubleOf = (wrong: Wrong, index: number) => PARTS.map((part) => wrong(`specialDays.${index}${part}`)).find(Boolean)

function DayRow({ day, trouble, onEdit, onRemove }: { day: DayDraft; trouble: string | undefined; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation()
  const words = useDayWords()
  const alert = trouble && (
    <span className={styles.trouble} role="alert">
      {trouble}
    </span>
  )
  return (
    <Row name={<bdi>{day.name}</bdi>} facts={[words.date(day), words.hours(day), alert]}>
      <Button variant="default" aria-label={t('calendars.editOf', { name: day.name })} onClick={onEdit}>
        {t('calendars.edit')}
      </Button>
      <Button variant="default" aria-label={t('calendars.removeOf', { name: day.name })} onClick={onRemove}>
        {t('calendars.remove')}
      </Button>
    </Row>
  )
}
