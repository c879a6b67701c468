import { Button } from '@mantine/core'
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthenticatorSetup } from '../account/AuthenticatorSetup'
import { PasskeySetup } from '../account/PasskeySetup'
import { knowsPasskeys } from '../account/passkeys'
import { RecoveryCodes } from '../account/RecoveryCodes'
import { Refusal } from '../account/Refusal'
import * as access from '../api/access'
import styles from './Gate.module.css'
import { StartOver } from './StartOver'
import { useEnter } from './useEnter'

/** Setting up a second factor, where the business asks for one, before anything else can be done. */
export function Enrolment() {
  const { t } = useTranslation()
  const { goIn } = useEnter()
  const [passkey, setPasskey] = useState(false)
  const [codes, setCodes] = useState<string[]>()
  const begin = useMutation({ mutationFn: access.beginCodes, meta: { quiet: true } })
  const enter = useMutation({ mutationFn: goIn })
  const done = (recoveryCodes: string[] | null) => (recoveryCodes ? setCodes(recoveryCodes) : enter.mutate())
  const back = () => {
    setPasskey(false)
    begin.reset()
  }

  if (codes)
    return (
      <>
        <h2 className={styles.subtitle}>{t('account.recovery.title')}</h2>
        <RecoveryCodes codes={codes} onKept={() => enter.mutate()} />
      </>
    )
  if (passkey || begin.data)
    return (
      <div className={styles.steps}>
        {passkey ? <PasskeySetup onDone={done} /> : <AuthenticatorSetup enrolment={begin.data!} onDone={done} />}
        <Button variant="subtle" color="gray" onClick={back}>
          {t('signIn.otherFactor')}
        </Button>
      </div>
    )
  return (
    <div className={styles.steps}>
      <Refusal error={begin.error} />
      <Button size="sm" leftSection={<IconDeviceMobile size="1rem" />} loading={begin.isPending} onClick={() => begin.mutate()}>
        {t('signIn.enrolApp')}
      </Button>
      {knowsPasskeys && (
        <Button size="sm" variant="default" leftSection={<IconFingerprint size="1rem" />} onClick={() => setPasskey(true)}>
          {t('signIn.enrolPasskey')}
        </Button>
      )}
      <StartOver />
    </div>
  )
}
