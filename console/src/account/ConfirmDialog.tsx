import { Button, Modal, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as access from '../api/access'
import { confirming } from '../api/confirmation'
import { queries } from '../api/queries'
import { useStore } from '../ui/store'
import { CodeField } from './CodeField'
import { knowsPasskeys } from './passkeys'
import { Refusal } from './Refusal'
import styles from './Steps.module.css'
import { shownBy, type Way } from './ways'

/** A recovery code is for coming in, not for going on. */
type Fresh = Exclude<Way, 'recovery'>

/** Asks whoever sits there to show a factor anew; what they were about to do then goes on by itself. */
export default function ConfirmDialog() {
  const { t } = useTranslation()
  const question = useStore(confirming)
  return (
    <Modal
      opened={Boolean(question)}
      onClose={() => question?.answer(false)}
      title={t('account.confirm.title')}
      zIndex={300}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('question.cancel') }}
    >
      {question && <Ways onShown={() => question.answer(true)} onCancel={() => question.answer(false)} />}
    </Modal>
  )
}

function Ways({ onShown, onCancel }: { onShown: () => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const { data, isPending } = useQuery(queries.session)
  const has = data?.secondFactors ?? []
  const [chosen, choose] = useState<Fresh>()
  const way = chosen ?? (has.includes('one-time-code') ? 'code' : 'password')
  const ways: Fresh[] = [
    ...(has.includes('one-time-code') ? (['code'] as const) : []),
    ...(has.includes('passkey') && knowsPasskeys ? (['passkey'] as const) : []),
    'password',
  ]
  const form = useForm({ initialValues: { words: '' } })
  const confirm = useMutation({
    mutationFn: async (by: Fresh) => access.confirm(await shownBy[by](form.values.words)),
    meta: { quiet: true },
    onSuccess: onShown,
    onError: () => form.reset(),
  })
  const turnTo = (next: Fresh) => {
    form.reset()
    confirm.reset()
    choose(next)
    if (next === 'passkey') confirm.mutate(next)
  }
  if (isPending) return null
  return (
    <form className={styles.steps} onSubmit={form.onSubmit(() => confirm.mutate(way))}>
      <p className={styles.text}>{t('account.confirm.lead')}</p>
      {way === 'password' && (
        <PasswordInput
          key={way}
          autoFocus
          size="sm"
          label={t('account.password.current')}
          autoComplete="current-password"
          {...form.getInputProps('words')}
        />
      )}
      {way === 'code' && <CodeField key={way} autoFocus label={t('account.code')} {...form.getInputProps('words')} />}
      <Refusal error={confirm.error} />
      <Button type="submit" size="sm" loading={confirm.isPending} disabled={way !== 'passkey' && !form.values.words}>
        {way === 'passkey' ? t('account.passkey.use') : t('account.confirm.go')}
      </Button>
      <div className={styles.actions}>
        {ways
          .filter((one) => one !== way)
          .map((one) => (
            <Button key={one} variant="subtle" onClick={() => turnTo(one)}>
              {t(`account.by.${one}`)}
            </Button>
          ))}
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('question.cancel')}
        </Button>
      </div>
    </form>
  )
}
