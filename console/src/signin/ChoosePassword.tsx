import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NewPassword } from '../account/NewPassword'
import { Refusal } from '../account/Refusal'
import * as access from '../api/access'
import * as people from '../api/people'
import type { PasswordLink } from '../api/types'
import styles from './Gate.module.css'
import { useEnter } from './useEnter'

/** Choosing a password, which then opens the first session like any other. */
export function ChoosePassword({ secret, link }: { secret: string; link: PasswordLink }) {
  const { t } = useTranslation()
  const { takeStep } = useEnter()
  const form = useForm({ initialValues: { password: '' } })
  const choose = useMutation({
    mutationFn: async () => {
      const { password } = form.values
      await people.choosePassword(secret, password)
      await takeStep(await access.signIn(link.email, password, link.businessId))
    },
    meta: { quiet: true },
  })
  return (
    <form className={styles.steps} onSubmit={form.onSubmit(() => choose.mutate())}>
      <TextInput label={t('signIn.email')} type="email" autoComplete="username" dir="ltr" size="sm" readOnly value={link.email} />
      <NewPassword length={link.passwordLength} autoFocus {...form.getInputProps('password')} />
      <Refusal error={choose.error} />
      <Button type="submit" size="sm" fullWidth loading={choose.isPending} disabled={!form.values.password}>
        {t('signIn.choose')}
      </Button>
    </form>
  )
}
