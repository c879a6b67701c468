import { IconCircleCheck, IconCircleX, IconClockHour4 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NumberStep } from '../api/types'
import { Chip } from '../ui/Chip'
import styles from './StepList.module.css'

const ICONS = { done: IconCircleCheck, waiting: IconClockHour4, failed: IconCircleX }

/** What has to hold before a number works, in order, with what to do about what does not. */
export function StepList({ steps }: { steps: NumberStep[] }) {
  const { t } = useTranslation()
  return (
    <ol className={styles.steps} aria-label={t('channels.steps')} aria-live="polite">
      {steps.map(({ step, state, reason }) => {
        const Icon = ICONS[state]
        return (
          <li key={step} className={styles.step} data-state={state}>
            {state === 'done' ? <Icon role="img" aria-label={t('channels.state.done')} /> : <Icon aria-hidden />}
            <div>
              <p className={styles.name}>
                {t(`channels.step.${step}`)}
                {state !== 'done' && <Chip tone={state === 'failed' ? 'risk' : 'waiting'}>{t(`channels.state.${state}`)}</Chip>}
              </p>
              {state !== 'done' && <p className={styles.help}>{t(`channels.help.${step}`)}</p>}
              {reason && (
                <p className={styles.help}>
                  <bdi>{reason}</bdi>
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
