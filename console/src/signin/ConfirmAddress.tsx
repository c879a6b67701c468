import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import * as people from '../api/people'
import type { PasswordLink } from '../api/types'
import { Gate } from './Gate'
import styles from './Gate.module.css'

/** Saying that a new address is one's own. A press of a button, because programs follow links in letters too. */
export function ConfirmAddress({ secret, link }: { secret: string; link: PasswordLink }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: () => people.confirmAddress(secret), meta: { quiet: true } })
  const { name, business, email } = link
  return (
    <Gate
      title={t('signIn.address')}
      lead={<span role="status">{isSuccess ? t('signIn.addressConfirmed') : t('signIn.addressLead', { name, business })}</span>}
    >
      <div className={styles.steps}>
        <TextInput label={t('signIn.email')} type="email" dir="ltr" size="sm" readOnly value={email} />
        <Refusal error={error} />
        {isSuccess ? (
          // Whoever is still signed in here goes on as they were.
          <Button key="on" size="sm" fullWidth autoFocus onClick={() => void navigate({ to: '/' })}>
            {t('signIn.submit')}
          </Button>
        ) : (
          <Button key="confirm" size="sm" fullWidth autoFocus loading={isPending} onClick={() => mutate()}>
            {t('signIn.confirmAddress')}
          </Button>
        )}
      </div>
    </Gate>
  )
}
