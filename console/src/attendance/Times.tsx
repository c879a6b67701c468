import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconClock } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceQueries } from '../api/attendance'
import { useNow } from '../ui/clock'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { More } from '../ui/More'
import { Card } from '../ui/Page'
import { Rows } from '../ui/Rows'
import { dayAt, dayOfField, fieldOf, stretches } from './day'
import { DayBar } from './DayBar'
import { SpellRow } from './SpellRow'
import styles from './Times.module.css'

/** A day of an agent, or of oneself: as a bar, and as a list of what they were. */
export function Times({ agent }: { agent: string | undefined }) {
  const { t } = useTranslation()
  const now = useNow()
  const [day, setDay] = useState(() => dayAt(now))
  const range = { from: new Date(day.from).toISOString(), to: new Date(day.to).toISOString() }
  const spells = useInfiniteQuery(attendanceQueries.spells(agent, range))
  return (
    <>
      <div className={styles.days}>
        <ActionIcon variant="default" size="lg" aria-label={t('attendance.dayBefore')} onClick={() => setDay(dayAt(day.from, -1))}>
          <IconChevronLeft className={styles.arrow} size="1rem" />
        </ActionIcon>
        <TextInput
          type="date"
          aria-label={t('attendance.day')}
          value={fieldOf(day)}
          onChange={({ currentTarget: { value } }) => setDay((before) => dayOfField(value) ?? before)}
        />
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('attendance.dayAfter')}
          disabled={day.to > now}
          onClick={() => setDay(dayAt(day.from, 1))}
        >
          <IconChevronRight className={styles.arrow} size="1rem" />
        </ActionIcon>
      </div>
      <Card>
        <Loaded of={spells}>
          {({ pages }) => {
            const all = stretches(pages.flatMap(({ items }) => items), day, now)
            return all.length === 0 ? (
              <Empty icon={<IconClock />} title={t('attendance.noTimes')} hint={t('attendance.noTimesHint')} />
            ) : (
              <>
                <DayBar stretches={all} day={day} />
                <Rows label={t('attendance.times')}>
                  {all.toReversed().map((one) => (
                    <SpellRow key={one.spell.id} stretch={one} />
                  ))}
                </Rows>
              </>
            )
          }}
        </Loaded>
      </Card>
      <More of={spells}>{t('attendance.earlier')}</More>
    </>
  )
}
