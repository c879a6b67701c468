import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as people from '../api/people'
import type { PasswordLink } from '../api/types'
import styles from './Gate.module.css'

/** Saying that a new address is one's own. A press of a button, because programs follow links in letters too. */
export function ConfirmAddress({ secret, link }: { secret: string; link: PasswordLink }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const confirm = useMutation({ mutationFn: () => people.confirmAddress(secret), meta: { quiet: true } })
  return (
    <div className={styles.steps}>
      <TextInput label={t('signIn.email')} type="email" dir="ltr" size="sm" readOnly value={link.email} />
      <Refusal error={confirm.error} />
      {confirm.isSuccess ? (
        <>
          <p className={styles.said} role="status">
            {t('signIn.addressConfirmed')}
          </p>
          {/* Whoever is still signed in here goes on as they were. */}
          <Button key="on" size="sm" fullWidth autoFocus onClick={() => void navigate({ to: '/' })}>
            {t('signIn.submit')}
          </Button>
        </>
      ) : (
        <Button key="confirm" size="sm" fullWidth autoFocus loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('signIn.confirmAddress')}
        </Button>
      )}
    </div>
  )
}
