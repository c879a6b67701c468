import { useTranslation } from 'react-i18next'
import type { Course, Figures } from '../api/simulations'
import { Card, Padded } from '../ui/Page'
import { length } from '../ui/time'
import { Chart } from './Chart'
import styles from './Outcome.module.css'

export interface Named {
  name: string
  course: Course
}

interface Props {
  courses: Named[]
  promised: number
  /** The time of day that a number of minutes from the begin is. */
  clock: (minutes: number) => string
}

/** How a day went under several plans, side by side: in numbers, and over the hours. */
export function Outcome({ courses, promised, clock }: Props) {
  const { t, i18n } = useTranslation()
  const say = useSaying()
  const seconds = (value: number) => length(value * 1000, i18n.language)
  const rows: [string, (day: Figures) => string][] = [
    [t('simulation.arrived'), ({ arrived }) => say.number(arrived)],
    [t('simulation.answered'), ({ answered }) => say.number(answered)],
    [t('simulation.gaveUp'), ({ gaveUp }) => say.number(gaveUp)],
    [t('simulation.stillWaiting'), ({ stillWaiting }) => say.number(stillWaiting)],
    [t('simulation.median'), ({ p50Seconds }) => seconds(p50Seconds)],
    [t('simulation.ninety'), ({ p90Seconds }) => seconds(p90Seconds)],
    [t('simulation.inTime', { time: seconds(promised) }), ({ serviceLevel }) => say.share(serviceLevel)],
    [t('simulation.occupancy'), ({ occupancy }) => say.share(occupancy)],
  ]
  const series = (values: (course: Course) => number[]) => courses.map(({ name, course }) => ({ name, values: values(course) }))
  const hour = (step: number) => clock(step * 60)
  return (
    <>
      <Card>
        <div className={styles.scroller} tabIndex={0} role="region" aria-label={t('simulation.result')}>
          <table className={styles.table}>
            <caption className={styles.caption}>{t('simulation.result')}</caption>
            <thead>
              <tr>
                <td />
                {courses.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([label, tell]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {courses.map(({ name, course }) => (
                    <td key={name}>{tell(course.whole.day)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <div className={styles.charts}>
        <Card>
          <Padded>
            <Chart title={t('simulation.queue')} series={series(({ whole }) => whole.queue)} at={(step) => clock(step * 15)} say={say.number} />
            <Chart title={t('simulation.waits')} series={series(({ whole }) => whole.hours.map(({ p90Seconds }) => p90Seconds / 60))} at={hour} say={say.minutes} />
            <Chart title={t('simulation.levels')} series={series(({ whole }) => whole.hours.map(({ serviceLevel }) => serviceLevel))} at={hour} say={say.share} />
            <Chart title={t('simulation.occupancies')} series={series(({ whole }) => whole.hours.map(({ occupancy }) => occupancy))} at={hour} say={say.share} />
          </Padded>
        </Card>
      </div>
    </>
  )
}

function useSaying() {
  const { i18n } = useTranslation()
  const format = (options: Intl.NumberFormatOptions) => {
    const made = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, ...options })
    return (value: number) => made.format(value)
  }
  return {
    number: format({}),
    share: format({ style: 'percent', maximumFractionDigits: 0 }),
    minutes: format({ style: 'unit', unit: 'minute', unitDisplay: 'short' }),
  }
}
