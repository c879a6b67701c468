import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Department } from '../api/types'
import { Fields } from '../ui/Fields'
import { CHOICES, hoursOf, isWhole, isWholeOrNothing, type ModelForm } from './days'
import styles from './SimulationPage.module.css'

/** A day that is made up, and two plans for it. */
export function ModelDayForm({ departments, onGo }: { departments: Department[]; onGo: (form: ModelForm) => void }) {
  const { t } = useTranslation()
  const number = { size: 'sm', inputMode: 'numeric', autoComplete: 'off', maxLength: 6 } as const
  const whole = (least: number, most: number) => (value: string) => (isWhole(value, least, most) ? null : t('simulation.needWhole', { least, most }))
  const plan = { agents: whole(0, 500), capacity: whole(1, 1_000) }
  const form = useForm<ModelForm>({
    initialValues: {
      department: departments[0]?.id ?? '',
      begins: '8',
      arrivals: '20 30 40 50 40 30 40 50 40 20',
      handling: '8',
      patience: '',
      promised: '120',
      now: { agents: '4', capacity: '2', choice: 'longest_idle' },
      other: { agents: '5', capacity: '2', choice: 'longest_idle' },
    },
    validate: {
      begins: whole(0, 23),
      arrivals: (value) => (hoursOf(value) ? null : t('simulation.needHours')),
      handling: whole(1, 1_440),
      patience: (value) => (isWholeOrNothing(value, 1, 1_440) ? null : t('simulation.needWhole', { least: 1, most: 1_440 })),
      promised: whole(1, 86_400),
      now: plan,
      other: plan,
    },
  })
  return (
    <Fields onSubmit={form.onSubmit(onGo)}>
      <NativeSelect size="sm" label={t('simulation.department')} data={departments.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('department')} />
      <TextInput size="sm" autoComplete="off" label={t('simulation.perHour')} description={t('simulation.perHourHint')} {...form.getInputProps('arrivals')} />
      <div className={styles.pairs}>
        <TextInput {...number} label={t('simulation.begins')} {...form.getInputProps('begins')} />
        <TextInput {...number} label={t('simulation.promised')} {...form.getInputProps('promised')} />
        <TextInput {...number} label={t('simulation.minutes')} {...form.getInputProps('handling')} />
        <TextInput {...number} label={t('simulation.patience')} description={t('simulation.patienceHint')} {...form.getInputProps('patience')} />
      </div>
      {(['now', 'other'] as const).map((one) => (
        <fieldset key={one} className={styles.group}>
          <legend className={styles.legend}>{t(one === 'now' ? 'simulation.planNow' : 'simulation.planOther')}</legend>
          <div className={styles.pairs}>
            <TextInput {...number} label={t('simulation.planAgents')} {...form.getInputProps(`${one}.agents`)} />
            <TextInput {...number} label={t('simulation.capacity')} {...form.getInputProps(`${one}.capacity`)} />
          </div>
          <NativeSelect
            size="sm"
            label={t('simulation.choice')}
            data={CHOICES.map((value) => ({ value, label: t(`departments.choice.${value}`) }))}
            {...form.getInputProps(`${one}.choice`)}
          />
        </fieldset>
      ))}
      <Button type="submit" size="sm">
        {t('simulation.go')}
      </Button>
    </Fields>
  )
}
