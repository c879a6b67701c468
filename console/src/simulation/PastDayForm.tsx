import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Department } from '../api/types'
import { serverNow } from '../ui/clock'
import { Fields } from '../ui/Fields'
import { CHOICES, dayBefore, isWhole, isWholeOrNothing, type PastForm } from './days'
import styles from './SimulationPage.module.css'

/** Days back that a past day is kept. */
const DAYS = 34

/** Which past day, and what should be otherwise. */
export function PastDayForm({ departments, onGo }: { departments: Department[]; onGo: (form: PastForm) => void }) {
  const { t } = useTranslation()
  const number = { size: 'sm', inputMode: 'numeric', autoComplete: 'off', maxLength: 6 } as const
  const whole = (least: number, most: number) => (value: string) => (isWhole(value, least, most) ? null : t('simulation.needWhole', { least, most }))
  const [first, last] = [dayBefore(serverNow(), DAYS), dayBefore(serverNow(), 0)]
  const form = useForm<PastForm>({
    initialValues: { day: dayBefore(serverNow(), 1), department: '', promised: '120', choice: '', capacity: '', handling: '100', arrivals: '100', agents: '0' },
    validate: {
      day: (value) => (value >= first && value <= last ? null : t('simulation.needDay', { days: DAYS + 1 })),
      promised: whole(1, 86_400),
      capacity: (value) => (isWholeOrNothing(value, 1, 1_000) ? null : t('simulation.needWhole', { least: 1, most: 1_000 })),
      handling: whole(10, 500),
      arrivals: whole(10, 500),
      agents: whole(0, 500),
    },
  })
  return (
    <Fields onSubmit={form.onSubmit(onGo)}>
      <TextInput size="sm" type="date" min={first} max={last} label={t('simulation.day')} description={t('simulation.dayHint')} {...form.getInputProps('day')} />
      <NativeSelect
        size="sm"
        label={t('simulation.department')}
        data={[{ value: '', label: t('simulation.every') }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
        {...form.getInputProps('department')}
      />
      <TextInput {...number} label={t('simulation.promised')} {...form.getInputProps('promised')} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('simulation.otherwise')}</legend>
        <p className={styles.hint}>{t('simulation.otherwiseHint')}</p>
        <NativeSelect
          size="sm"
          label={t('simulation.choice')}
          data={[{ value: '', label: t('simulation.asToday') }, ...CHOICES.map((value) => ({ value, label: t(`departments.choice.${value}`) }))]}
          {...form.getInputProps('choice')}
        />
        <div className={styles.pairs}>
          <TextInput {...number} label={t('simulation.agents')} {...form.getInputProps('agents')} />
          <TextInput {...number} label={t('simulation.capacity')} description={t('simulation.capacityHint')} {...form.getInputProps('capacity')} />
          <TextInput {...number} label={t('simulation.handling')} {...form.getInputProps('handling')} />
          <TextInput {...number} label={t('simulation.arrivals')} {...form.getInputProps('arrivals')} />
        </div>
      </fieldset>
      <Button type="submit" size="sm">
        {t('simulation.go')}
      </Button>
    </Fields>
  )
}
