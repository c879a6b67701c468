import { Button, SegmentedControl } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import { queries } from '../api/queries'
import { replay, simulate } from '../api/simulations'
import type { Department } from '../api/types'
import { Empty } from '../ui/Empty'
import { LinesSkeleton } from '../ui/LinesSkeleton'
import { Loaded } from '../ui/Loaded'
import { Card, Padded, Page } from '../ui/Page'
import { clock as clockOf } from '../ui/time'
import { bounds, modelDay, pastDay, type ModelForm, type PastForm } from './days'
import { KnownOfDay } from './KnownOfDay'
import { ModelDayForm } from './ModelDayForm'
import { Outcome } from './Outcome'
import { PastDayForm } from './PastDayForm'
import styles from './SimulationPage.module.css'
import { useGoing } from './useGoing'

/** A day gone through by the rules, without anybody living through it. */
export function SimulationPage() {
  const { t } = useTranslation()
  const departments = useQuery(queries.departments)
  const [kind, setKind] = useState('past')
  return (
    <Page title={t('simulation.title')} lead={t('simulation.lead')}>
      <SegmentedControl
        size="sm"
        mb="md"
        aria-label={t('simulation.kind')}
        value={kind}
        onChange={setKind}
        data={[
          { value: 'past', label: t('simulation.past') },
          { value: 'model', label: t('simulation.model') },
        ]}
      />
      <Loaded of={departments}>{({ items }) => (kind === 'past' ? <PastDay departments={items} /> : <ModelDay departments={items} />)}</Loaded>
    </Page>
  )
}

function PastDay({ departments }: { departments: Department[] }) {
  const { t, i18n } = useTranslation()
  const all = departments.map(({ id }) => id)
  const going = useGoing(async (form: PastForm, signal) => ({ form, ...(await replay(pastDay(form, all), signal)) }))
  return (
    <Gone going={going} form={<PastDayForm departments={departments} onGo={going.start} />}>
      {({ form, was, now, changed, known }) => {
        const { from } = bounds(form.day)
        const courses = [
          { name: t('simulation.was'), course: was },
          { name: t('simulation.now'), course: now },
          ...(changed ? [{ name: t('simulation.changed'), course: changed }] : []),
        ]
        if (known.waits === 0) return <Empty icon={<IconChartLine />} title={t('simulation.nothing')} hint={t('simulation.nothingHint')} />
        const at = (minutes: number) => clockOf(new Date(from.getTime() + minutes * 60_000).toISOString(), i18n.language)
        return (
          <>
            <Outcome courses={courses} promised={Number(form.promised)} clock={at} />
            <KnownOfDay known={known} from={from} />
          </>
        )
      }}
    </Gone>
  )
}

function ModelDay({ departments }: { departments: Department[] }) {
  const { t } = useTranslation()
  const going = useGoing(async (form: ModelForm, signal) => {
    // One after the other: a business goes through one day at a time.
    const now = await simulate(modelDay(form, form.now), signal)
    return { form, now, other: await simulate(modelDay(form, form.other), signal) }
  })
  return (
    <Gone going={going} form={<ModelDayForm departments={departments} onGo={going.start} />}>
      {({ form, now, other }) => {
        const courses = [
          { name: t('simulation.planNow'), course: now },
          { name: t('simulation.planOther'), course: other },
        ]
        const at = (minutes: number) => {
          const whole = Number(form.begins) * 60 + minutes
          return `${String(Math.floor(whole / 60) % 24).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
        }
        return <Outcome courses={courses} promised={Number(form.promised)} clock={at} />
      }}
    </Gone>
  )
}

interface Going<Result> {
  result: Result | undefined
  error: Error | null
  isPending: boolean
  stop: () => void
}

function Gone<Result>({ going: { result, error, isPending, stop }, form, children }: { going: Going<Result>; form: ReactNode; children: (result: Result) => ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <Card>
        <Padded>{form}</Padded>
      </Card>
      <div className={styles.result} aria-live="polite" aria-busy={isPending}>
        {isPending ? (
          <Card>
            <p className={styles.going}>
              {t('simulation.going')}
              <Button variant="default" onClick={stop}>
                {t('simulation.stop')}
              </Button>
            </p>
            <LinesSkeleton />
          </Card>
        ) : error ? (
          <Refusal error={error} />
        ) : (
          result && children(result)
        )}
      </div>
    </>
  )
}
