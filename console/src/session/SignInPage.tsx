import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import * as calls from '../api/calls'
import { mayOpen } from '../app/places'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import type { Me } from '../api/types'
import { switchLanguage } from '../i18n'
import { Logo } from '../ui/Logo'
import { useProblemText } from '../ui/useProblemText'
import styles from './SignInPage.module.css'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('signIn.needEmail')),
      password: (value) => (value ? null : t('signIn.needPassword')),
    },
  })
  const signIn = useSignIn()

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
        <Logo />
        <h1 className={styles.title}>{t('signIn.title')}</h1>
        <p className={styles.lead}>{t('signIn.lead')}</p>
        {signIn.error && <Refusal error={signIn.error} />}
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
        <Button type="submit" size="sm" fullWidth loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <Languages />
      </form>
    </main>
  )
}

function useSignIn() {
  const client = useQueryClient()
  const router = useRouter()
  const { next } = route.useSearch()
  return useMutation({
    mutationFn: async ({ email, password }: { email: string; password: string }) => {
      await calls.signIn(email, password)
      return calls.getMe()
    },
    meta: { quiet: true },
    onSuccess: async (me) => {
      client.clear()
      client.setQueryData(queries.me.queryKey, me)
      await switchLanguage(me.user.language)
      await router.navigate({ href: next && leadsOn(next, me) ? next : '/', replace: true })
    },
  })
}

/** Where somebody was sent from may be closed to whoever signs in now. */
const leadsOn = (next: string, { permissions }: Me) =>
  mayOpen(new URL(next, location.origin).pathname, (permission) => permissions.includes(permission))

function Refusal({ error }: { error: Error }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const seconds = isProblem(error, 'too-many-attempts') ? error.retryAfter : undefined
  return (
    <p className={styles.refusal} role="alert">
      {seconds ? t('signIn.tooMany', { count: seconds }) : text(error)}
    </p>
  )
}

function Languages() {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'he' ? 'en' : 'he'
  return (
    <Button variant="subtle" color="gray" lang={other} onClick={() => void switchLanguage(other)}>
      {other === 'he' ? t('menu.hebrew') : t('menu.english')}
    </Button>
  )
}
