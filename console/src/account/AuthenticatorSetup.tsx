import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as access from '../api/access'
import { CodeField, digits } from './CodeField'
import { QrCode } from './QrCode'
import { Refusal } from './Refusal'
import { Secret } from './Secret'
import styles from './Steps.module.css'

interface Props {
  enrolment: { secret: string; uri: string }
  /** With recovery codes where they are the first. */
  onDone: (recoveryCodes: string[] | null) => void
}

/** Lets an authenticator app learn a secret, and proves with a first code that it has. */
export function AuthenticatorSetup({ enrolment, onDone }: Props) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { code: '' } })
  const add = useMutation({
    mutationFn: () => access.addCodes(digits(form.values.code)),
    meta: { quiet: true },
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
    onError: () => form.reset(),
  })
  return (
    <form className={styles.steps} onSubmit={form.onSubmit(() => add.mutate())}>
      <p className={styles.text}>{t('account.app.scan')}</p>
      <QrCode text={enrolment.uri} label={t('account.app.picture')} />
      <p className={styles.text}>{t('account.app.type')}</p>
      <Secret label={t('account.app.secret')}>{enrolment.secret}</Secret>
      <CodeField label={t('account.app.first')} {...form.getInputProps('code')} />
      <Refusal error={add.error} />
      <Button type="submit" size="sm" loading={add.isPending} disabled={!form.values.code}>
        {t('account.app.finish')}
      </Button>
    </form>
  )
}
