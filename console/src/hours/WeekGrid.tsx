import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { WEEKDAYS, type CalendarDraft, type Weekday } from './draft'
import styles from './Hours.module.css'
import { SpanFields } from './SpanFields'
import { useWeek } from './useWeek'
import type { Wrong } from './useWrong'

interface Props {
  week: CalendarDraft['week']
  wrong: Wrong
  onChange: (week: CalendarDraft['week']) => void
}

/** A usual week, day by day. */
export function WeekGrid({ week, wrong, onChange }: Props) {
  const { t } = useTranslation()
  const { days, name } = useWeek()
  const copy = (from: Weekday, to: readonly Weekday[]) =>
    onChange({ ...week, ...Object.fromEntries(to.map((day) => [day, week[from].map((span) => ({ ...span }))])) })
  return (
    <ul className={styles.week} aria-label={t('calendars.week')}>
      {days.map((day) => (
        <li key={day} className={styles.day}>
          <span className={styles.weekday}>{name(day)}</span>
          <SpanFields of={name(day)} field={`week.${day}`} spans={week[day]} wrong={wrong} onChange={(spans) => onChange({ ...week, [day]: spans })} />
          <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <ActionIcon variant="subtle" size="lg" aria-label={t('calendars.copyOf', { day: name(day) })} title={t('calendars.copy')}>
                <IconCopy size="1rem" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('calendars.copyTo')}</Menu.Label>
              <Menu.Item onClick={() => copy(day, WEEKDAYS)}>{t('calendars.everyDay')}</Menu.Item>
              {days
                .filter((other) => other !== day)
                .map((other) => (
                  <Menu.Item key={other} onClick={() => copy(day, [other])}>
                    {name(other)}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
        </li>
      ))}
    </ul>
  )
}
