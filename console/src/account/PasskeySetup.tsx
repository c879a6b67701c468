import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { makePasskey } from './passkeys'
import { Refusal } from './Refusal'
import styles from './Steps.module.css'

const LABEL = 100

/** Names a passkey and has the device make it. */
export function PasskeySetup({ onDone }: { onDone: (recoveryCodes: string[] | null) => void }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { label: deviceName() } })
  const add = useMutation({
    mutationFn: () => makePasskey(form.values.label.trim()),
    meta: { quiet: true },
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  })
  return (
    <form className={styles.steps} onSubmit={form.onSubmit(() => add.mutate())}>
      <p className={styles.text}>{t('account.passkey.lead')}</p>
      <TextInput
        label={t('account.passkey.label')}
        description={t('account.passkey.labelHint')}
        maxLength={LABEL}
        dir="auto"
        size="sm"
        data-autofocus
        {...form.getInputProps('label')}
      />
      <Refusal error={add.error} />
      <Button type="submit" size="sm" loading={add.isPending} disabled={!form.values.label.trim()}>
        {t('account.passkey.add')}
      </Button>
    </form>
  )
}

/** What people would call this device, as far as its browser tells. */
const deviceName = () => (navigator as { userAgentData?: { platform?: string } }).userAgentData?.platform ?? ''
