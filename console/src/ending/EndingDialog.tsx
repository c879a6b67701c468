import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { endingQueries, setEnding } from '../api/ending'
import { isProblem } from '../api/problem'
import type { EndingOfDepartment } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { endingOf, FIELDS, isNumber, valuesOf, type Values } from './form'

const RULES = ['out-of-range', 'not-after-nudge', 'missing', 'too-long'] as const
const MOST = 43_200
const TEXT = 4_096

interface Props {
  department: string
  name: string
  ending: EndingOfDepartment
  onClose: () => void
}

/** What a department asks for at the end, and how long it waits for whom. */
export function EndingDialog({ department, name, ending, onClose }: Props) {
  const { t } = useTranslation()
  const wrong = t('endings.form.rule.out-of-range')
  const silence = (value: string) => (value.trim() === '' || isNumber(value, 1, MOST) ? null : wrong)
  const form = useForm({
    initialValues: valuesOf(ending),
    validate: {
      wrapUp: (value) => (isNumber(value, 0, 3_600) ? null : wrong),
      nudge: silence,
      nudgeEnglish: (value, { nudge, nudgeHebrew }) => (nudge.trim() && !value.trim() && !nudgeHebrew.trim() ? t('endings.form.rule.missing') : null),
      resolve: (value, { nudge }) =>
        silence(value) ?? (value.trim() && nudge.trim() && Number(value) <= Number(nudge) ? t('endings.form.rule.not-after-nudge') : null),
      returning: silence,
    },
  })
  const save = useChange({
    make: () => setEnding(department, endingOf(form.values)),
    touches: [endingQueries.department(department).queryKey],
    said: t('endings.departments.saved', { name }),
    onDone: onClose,
    quiet: true,
  })
  const problem = isProblem(save.error) ? save.error : undefined
  const rule = RULES.find((one) => one === problem?.rule)
  const refused = rule && problem?.field ? FIELDS[problem.field] : undefined
  const field = (key: Exclude<keyof Values, 'requires'>) => {
    const props = form.getInputProps(key)
    return { ...props, error: (props.error as string | null | undefined) ?? (refused === key && rule ? t(`endings.form.rule.${rule}`) : undefined), size: 'sm', autoComplete: 'off' }
  }
  const words = (key: 'nudgeEnglish' | 'nudgeHebrew' | 'farewellEnglish' | 'farewellHebrew', what: string) => (
    <Textarea
      autosize
      maxRows={6}
      dir={key.endsWith('Hebrew') ? 'rtl' : 'ltr'}
      lang={key.endsWith('Hebrew') ? 'he' : 'en'}
      maxLength={TEXT}
      label={t(key.endsWith('Hebrew') ? 'endings.form.hebrew' : 'endings.form.english', { what })}
      {...field(key)}
    />
  )
  return (
    <Dialog title={t('endings.departments.editOf', { name })} onClose={onClose} unsaved={form.isDirty()}>
      <Fields onSubmit={form.onSubmit(() => save.mutate())}>
        <Checkbox data-autofocus size="sm" label={t('endings.form.requires')} description={t('endings.form.requiresHint')} {...form.getInputProps('requires', { type: 'checkbox' })} />
        <TextInput inputMode="numeric" maxLength={4} label={t('endings.form.wrapUp')} description={t('endings.form.wrapUpHint')} {...field('wrapUp')} />
        <TextInput inputMode="numeric" maxLength={5} label={t('endings.form.nudge')} description={t('endings.form.nudgeHint')} {...field('nudge')} />
        {words('nudgeEnglish', t('endings.form.nudgeText'))}
        {words('nudgeHebrew', t('endings.form.nudgeText'))}
        <TextInput inputMode="numeric" maxLength={5} label={t('endings.form.resolve')} description={t('endings.form.resolveHint')} {...field('resolve')} />
        {words('farewellEnglish', t('endings.form.farewell'))}
        {words('farewellHebrew', t('endings.form.farewell'))}
        <p>{t('endings.form.texts')}</p>
        <TextInput inputMode="numeric" maxLength={5} label={t('endings.form.returning')} description={t('endings.form.returningHint')} {...field('returning')} />
        <Refusal error={refused ? null : save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('endings.form.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
