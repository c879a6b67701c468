import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { knowsPasskeys, showPasskey } from '../account/passkeys'
import { Refusal } from '../account/Refusal'
import * as access from '../api/access'
import { isProblem } from '../api/problem'
import type { Named } from '../api/types'
import styles from './Gate.module.css'
import { useEnter } from './useEnter'
import { WhichBusiness } from './WhichBusiness'

/** What is shown: a passkey, or a password, in full for one of the businesses it is right for. */
type By = 'passkey' | 'password' | Named

/** An address and a password, or a passkey, which is enough by itself. */
export function Credentials() {
  const { t } = useTranslation()
  const { takeStep } = useEnter()
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('signIn.needEmail')),
      password: (value) => (value ? null : t('signIn.needPassword')),
    },
  })
  const [businesses, setBusinesses] = useState<Named[]>([])
  const signIn = useMutation({
    mutationFn: async (by: By) =>
      takeStep(
        by === 'passkey'
          ? await access.signInWithPasskey(await showPasskey(access.askForAnyPasskey))
          : await access.signIn(form.values.email, form.values.password, by === 'password' ? undefined : by.id),
      ),
    onError: (error) => isProblem(error, 'which-business') && setBusinesses(error.businesses),
    meta: { quiet: true },
  })
  const going = (by: By) => signIn.isPending && signIn.variables === by
  if (businesses.length > 0)
    return (
      <WhichBusiness
        businesses={businesses}
        error={signIn.error}
        going={going}
        onChoose={signIn.mutate}
        onBack={() => {
          signIn.reset()
          setBusinesses([])
        }}
      />
    )
  return (
    <form className={styles.steps} onSubmit={form.onSubmit(() => signIn.mutate('password'))} noValidate>
      <Refusal error={signIn.error} />
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        dir="ltr"
        size="sm"
        autoFocus
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('signIn.password')}
        autoComplete="current-password"
        size="sm"
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="sm" fullWidth loading={going('password')} disabled={going('passkey')}>
        {t('signIn.submit')}
      </Button>
      {knowsPasskeys && (
        <Button
          variant="default"
          size="sm"
          fullWidth
          leftSection={<IconFingerprint size="1rem" />}
          loading={going('passkey')}
          disabled={going('password')}
          onClick={() => signIn.mutate('passkey')}
        >
          {t('signIn.withPasskey')}
        </Button>
      )}
      <Button variant="subtle" component={Link} to="/password">
        {t('signIn.forgot')}
      </Button>
    </form>
  )
}
