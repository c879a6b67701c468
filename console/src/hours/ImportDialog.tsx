import { Button, Checkbox } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { readHolidays } from '../api/calendars'
import { byYear, dayOf, keyOf, type DayDraft } from './draft'
import styles from './Hours.module.css'
import { useDayWords } from './useDayWords'

interface Props {
  known: DayDraft[]
  onTake: (days: DayDraft[]) => void
  onClose: () => void
}

const REASONS = ['past', 'not-all-day', 'repeats-otherwise', 'too-long', 'cancelled', 'malformed'] as const

/** Holidays from a file: shown first, and taken as they are chosen. */
export function ImportDialog({ known, onTake, onClose }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const read = useMutation({ mutationFn: readHolidays, meta: { quiet: true } })
  const there = new Set(known.map(keyOf))
  const days = (read.data?.days ?? []).map((day) => ({ ...dayOf(day), name: day.name || t('calendars.holiday') }))
  const news = days.filter((day) => !there.has(keyOf(day)))
  const taken = news.filter((day) => !left.has(keyOf(day)))
  const reasons = (read.data?.leftOut ?? []).flatMap(({ why, events }) => {
    const reason = REASONS.find((one) => one === why)
    return reason ? t(`calendars.leftOut.${reason}`, { count: events }) : []
  })
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    leave(next)
  }
  return (
    <Dialog title={t('calendars.importTitle')} onClose={onClose}>
      <div className={styles.import}>
        <p className={styles.hint}>{t('calendars.importHint')}</p>
        <Button data-autofocus variant="default" leftSection={<IconFileUpload size="1rem" />} loading={read.isPending} onClick={() => input.current?.click()}>
          {t('calendars.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".ics,text/calendar"
          aria-label={t('calendars.choose')}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            leave(new Set())
            if (file) read.mutate(file)
            currentTarget.value = ''
          }}
        />
        <Refusal error={read.error} />
        {read.data && (
          <div role="status">
            <p className={styles.hint}>
              {news.length === 0 ? t(days.length === 0 ? 'calendars.nothingInIt' : 'calendars.nothingNew') : t('calendars.found', { count: news.length })}
            </p>
            {reasons.map((reason) => (
              <p key={reason} className={styles.hint}>
                {reason}
              </p>
            ))}
          </div>
        )}
        <Found days={news} without={left} onToggle={toggle} />
        {news.length > 0 && (
          <Button disabled={taken.length === 0} onClick={() => onTake(taken)}>
            {t('calendars.take', { count: taken.length })}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

function Found({ days, without, onToggle }: { days: DayDraft[]; without: ReadonlySet<string>; onToggle: (key: string) => void }) {
  const { t } = useTranslation()
  const words = useDayWords()
  return byYear(days).map(({ year, days: some }) => (
    <section key={year} aria-label={year ?? t('calendars.everyYear')}>
      <h3 className={styles.year}>{year ?? t('calendars.everyYear')}</h3>
      {some.map(({ day }) => (
        <Checkbox
          key={keyOf(day)}
          className={styles.found}
          label={
            <>
              <bdi>{day.name}</bdi> <span className={styles.dim}>{words.date(day)}</span>
            </>
          }
          checked={!without.has(keyOf(day))}
          onChange={() => onToggle(keyOf(day))}
        />
      ))}
    </section>
  ))
}
