import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeField } from '../account/CodeField'
import { knowsPasskeys } from '../account/passkeys'
import { Refusal } from '../account/Refusal'
import { shownBy, type Way } from '../account/ways'
import * as access from '../api/access'
import { isProblem } from '../api/problem'
import { queries } from '../api/queries'
import type { Factor } from '../api/types'
import styles from './Gate.module.css'
import { StartOver } from './StartOver'
import { useEnter } from './useEnter'

const WAYS = { code: 'one-time-code', passkey: 'passkey', recovery: 'recovery-code' } as const satisfies Partial<Record<Way, Factor>>

type SecondWay = keyof typeof WAYS

/** What somebody shows after the password. */
export function SecondFactor({ has }: { has: Factor[] }) {
  const { t } = useTranslation()
  const ways = (Object.keys(WAYS) as SecondWay[]).filter((one) => has.includes(WAYS[one]) && (one !== 'passkey' || knowsPasskeys))
  const [way, choose] = useState<SecondWay>(ways[0] ?? 'recovery')
  const client = useQueryClient()
  const { takeStep } = useEnter()
  const form = useForm({ initialValues: { words: '' } })
  const show = useMutation({
    mutationFn: async () => takeStep(await access.showSecondFactor(await shownBy[way](form.values.words))),
    meta: { quiet: true },
    onError: (error) => {
      form.reset()
      if (isProblem(error, 'sign-in-required')) void client.invalidateQueries(queries.session)
    },
  })
  const turnTo = (next: SecondWay) => {
    form.reset()
    show.reset()
    choose(next)
  }
  return (
    <form className={styles.steps} onSubmit={form.onSubmit(() => show.mutate())}>
      <Refusal error={show.error} />
      {way === 'code' && <CodeField key={way} autoFocus label={t('account.code')} {...form.getInputProps('words')} />}
      {way === 'recovery' && (
        <TextInput
          key={way}
          autoFocus
          label={t('signIn.recoveryCode')}
          description={t('signIn.recoveryHint')}
          autoComplete="off"
          autoCapitalize="characters"
          dir="ltr"
          size="sm"
          {...form.getInputProps('words')}
        />
      )}
      <Button type="submit" size="sm" fullWidth autoFocus={way === 'passkey'} loading={show.isPending} disabled={way !== 'passkey' && !form.values.words}>
        {way === 'passkey' ? t('account.passkey.use') : t('signIn.submit')}
      </Button>
      <div className={styles.others}>
        {ways
          .filter((one) => one !== way)
          .map((one) => (
            <Button key={one} variant="subtle" onClick={() => turnTo(one)}>
              {t(`account.by.${one}`)}
            </Button>
          ))}
        <StartOver />
      </div>
    </form>
  )
}
