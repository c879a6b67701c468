import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as people from '../api/people'
import styles from './Gate.module.css'

/** Asks for a link by mail; what is said then is the same whoever asks. */
export function AskForLink() {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.includes('@') ? null : t('signIn.needEmail')) },
  })
  const send = useMutation({ mutationFn: () => people.askForNewPassword(form.values.email.trim()), meta: { quiet: true } })
  return (
    <form className={styles.steps} onSubmit={form.onSubmit(() => send.mutate())} noValidate>
      {send.isSuccess ? (
        <p className={styles.said} role="status">
          {t('signIn.asked')}
        </p>
      ) : (
        <>
          <Refusal error={send.error} />
          <TextInput label={t('signIn.email')} type="email" autoComplete="username" dir="ltr" size="sm" autoFocus {...form.getInputProps('email')} />
          <Button type="submit" size="sm" fullWidth loading={send.isPending}>
            {t('signIn.sendLink')}
          </Button>
        </>
      )}
      <Button variant="subtle" component={Link} to="/sign-in">
        {t('signIn.backToSignIn')}
      </Button>
    </form>
  )
}
