import { Button } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as broadcasts from '../api/broadcasts'
import { useChange } from '../app/useChange'
import { BackLink } from '../ui/BackLink'
import { Padded, Page, Section } from '../ui/Page'
import styles from './Broadcasts.module.css'
import { CheckStep } from './CheckStep'
import { begun, isComplete, leftFor, STEPS, wanted, type Draft, type Step } from './draft'
import { WhatStep } from './WhatStep'
import { WhenStep } from './WhenStep'
import { WhomStep } from './WhomStep'

export interface StepProps {
  draft: Draft
  /** Whether somebody has tried to go on, so that what is missing is said. */
  tried: boolean
  put: (change: Partial<Draft>) => void
}

const route = getRouteApi('/shell/broadcasts/new')

const BODIES: Record<Step, (props: StepProps) => React.ReactNode> = { what: WhatStep, whom: WhomStep, when: WhenStep, check: CheckStep }

/** What, to whom, when, and one more look at all of it before anybody is written to. */
export function NewBroadcastPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { label } = route.useSearch()
  const [draft, setDraft] = useState(() => begun(label))
  const [step, setStep] = useState<Step>(() => (isComplete('what', draft) ? 'whom' : 'what'))
  const [tried, setTried] = useState(false)
  const place = STEPS.indexOf(step)
  const steps = useRef<HTMLOListElement>(null)
  const start = useChange({
    make: () => broadcasts.plan(wanted(draft)),
    touches: [['broadcasts']],
    said: t(draft.startsAt ? 'broadcasts.planned' : 'broadcasts.started'),
    onDone: ({ id }) => void navigate({ to: '/broadcasts/$broadcastId', params: { broadcastId: id } }),
    quiet: true,
  })
  useEffect(() => leftFor.set(null), [])
  // Whoever reads with their ears is told where they are now.
  useEffect(() => steps.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), [step])
  const go = (to: number) => {
    setTried(false)
    setStep(STEPS[to]!)
  }
  // What belongs to another template was not left out yet.
  const put = (change: Partial<Draft>) => {
    if ('template' in change) setTried(false)
    setDraft((old) => ({ ...old, ...change }))
  }
  const goOn = () => {
    setTried(true)
    if (!isComplete(step, draft)) return
    if (step === 'check') start.mutate()
    else go(place + 1)
  }
  const Body = BODIES[step]
  return (
    <Page title={t('broadcasts.new')} lead={t('broadcasts.newLead')}>
      <BackLink to="/broadcasts">{t('broadcasts.back')}</BackLink>
      <ol ref={steps} className={styles.steps} aria-label={t('broadcasts.steps')}>
        {STEPS.map((one) => (
          <li key={one} tabIndex={-1} aria-current={one === step ? 'step' : undefined}>
            {t(`broadcasts.step.${one}`)}
          </li>
        ))}
      </ol>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          goOn()
        }}
      >
        <Section title={t(`broadcasts.step.${step}`)}>
          <Padded>
            <Body draft={draft} tried={tried} put={put} />
          </Padded>
        </Section>
        <Refusal error={start.error} />
        <div className={styles.actions}>
          {place > 0 ? (
            <Button variant="default" onClick={() => go(place - 1)}>
              {t('broadcasts.previous')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" loading={start.isPending}>
            {step !== 'check' ? t('broadcasts.next') : t(draft.startsAt ? 'broadcasts.plan' : 'broadcasts.start')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
