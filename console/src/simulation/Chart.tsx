import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Chart.module.css'

export interface Series {
  name: string
  values: number[]
}

interface Props {
  title: string
  series: Series[]
  /** What a step of the time axis is called, from its number. */
  at: (step: number) => string
  /** What a value is called. */
  say: (value: number) => string
}

const WIDTH = 720
const HEIGHT = 200
const START = 84
const TOP = 10
const BOTTOM = 24
const LINES = 4

/** Several lines over the day, told apart by colour and stroke; the same numbers stand in a table for whoever reads those better. */
export function Chart({ title, series, at, say }: Props) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const steps = Math.max(...series.map(({ values }) => values.length), 1)
  const most = niceAbove(Math.max(...series.flatMap(({ values }) => values), 0))
  const mirrored = i18n.dir() === 'rtl'
  const across = (step: number) => {
    const x = START + ((WIDTH - START) * step) / steps
    return mirrored ? WIDTH - x : x
  }
  const down = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most)
  const labels = Array.from({ length: steps }, (_, step) => step).filter((step) => step % Math.ceil(steps / 8) === 0)
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption className={styles.title} id={id}>
        {title}
      </figcaption>
      {/* Letters and sides are set by hand, so that a mirrored day is mirrored once. */}
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} direction="ltr" aria-hidden>
        {Array.from({ length: LINES + 1 }, (_, n) => (most * n) / LINES).map((value) => (
          <g key={value}>
            <line className={styles.grid} x1={across(0)} x2={across(steps)} y1={down(value)} y2={down(value)} />
            <text className={styles.label} x={mirrored ? WIDTH - START + 8 : START - 8} y={down(value)} dy="0.35em" textAnchor={mirrored ? 'start' : 'end'}>
              {apart(say(value))}
            </text>
          </g>
        ))}
        {labels.map((step) => (
          <text key={step} className={styles.label} x={across(step)} y={HEIGHT - 6} textAnchor="middle">
            {at(step)}
          </text>
        ))}
        {series.map(({ name, values }, n) => (
          <path key={name} className={styles.line} data-series={n} d={stepsOf(values, across, down)} />
        ))}
      </svg>
      <ul className={styles.legend} aria-hidden>
        {series.map(({ name }, n) => (
          <li key={name}>
            <svg className={styles.key} viewBox="0 0 24 8">
              <path className={styles.line} data-series={n} d="M0 4H24" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <details className={styles.numbers}>
        <summary>{t('simulation.numbers')}</summary>
        <div className={styles.table} tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('simulation.from')}</th>
                {series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: steps }, (_, step) => (
                <tr key={step}>
                  <th scope="row">{at(step)}</th>
                  {series.map(({ name, values }) => (
                    <td key={name}>{say(values[step] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

/** Read in its own direction, whatever that of the chart. */
const apart = (words: string) => `\u2068${words}\u2069`

/** Each value holds until the next. */
const stepsOf = (values: number[], across: (step: number) => number, down: (value: number) => number) =>
  values.map((value, step) => `${step === 0 ? 'M' : 'L'}${across(step)} ${down(value)}L${across(step + 1)} ${down(value)}`).join('')

/** The next number that divides well. */
export function niceAbove(most: number) {
  if (most <= 0) return LINES
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 4, 6, 8, 10].map((one) => one * power).find((one) => one >= most)!
}
