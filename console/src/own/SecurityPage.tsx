import { Button } from '@mantine/core'
import { IconDeviceMobile, IconKey, IconListNumbers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthenticatorSetup } from '../account/AuthenticatorSetup'
import { Dialog } from '../account/Dialog'
import { RecoveryCodes } from '../account/RecoveryCodes'
import * as access from '../api/access'
import { queries } from '../api/queries'
import type { OwnSecurity } from '../api/types'
import { useChange, useDone } from '../app/useChange'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { PasskeysSection } from './PasskeysSection'
import { PasswordDialog } from './PasswordDialog'

const FEW = 3

/** What somebody signs in with: a password, and whatever they show after it or instead of it. */
export function SecurityPage() {
  const { t } = useTranslation()
  const security = useQuery(queries.security)
  const [codes, setCodes] = useState<string[] | null>(null)
  return (
    <Page title={t('own.security.title')} lead={t('own.security.lead')}>
      <Card>
        <Loaded of={security}>{(data) => <Means security={data} onCodes={setCodes} />}</Loaded>
      </Card>
      {security.data && <PasskeysSection passkeys={security.data.passkeys} onCodes={setCodes} />}
      {codes && (
        <Dialog title={t('own.security.codes')} sealed onClose={() => setCodes(null)}>
          <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
        </Dialog>
      )}
    </Page>
  )
}

function Means({ security, onCodes }: { security: OwnSecurity; onCodes: (codes: string[] | null) => void }) {
  const { t } = useTranslation()
  const has = security.oneTimeCodeSince !== null || security.passkeys.length > 0
  return (
    <Rows label={t('own.security.title')}>
      <Password length={security.passwordLength} />
      <App since={security.oneTimeCodeSince} required={security.secondFactorRequired && !has} onCodes={onCodes} />
      {has && <Codes remaining={security.recoveryCodesLeft} onCodes={onCodes} />}
    </Rows>
  )
}

function Password({ length }: { length: number }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  return (
    <Row icon={<IconKey />} name={t('own.security.password')} facts={[t('own.security.passwordFact')]}>
      <Button variant="default" onClick={() => setChanging(true)}>
        {t('own.security.change')}
      </Button>
      {changing && <PasswordDialog length={length} onClose={() => setChanging(false)} />}
    </Row>
  )
}

function App({ since, required, onCodes }: { since: string | null; required: boolean; onCodes: (codes: string[] | null) => void }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const touches = [queries.security.queryKey, queries.session.queryKey]
  const begin = useChange({ make: access.beginCodes, touches: [] })
  const tellAdded = useDone(touches, t('own.security.appAdded'))
  const remove = useChange({ make: access.removeCodes, touches, said: t('own.security.appRemoved') })
  const words = { title: t('own.security.appQuestion'), text: t('own.security.removeText'), yes: t('own.security.remove') }
  const removeIfMeant = async () => (await ask({ ...words, grave: true })) && remove.mutate()
  const done = (codes: string[] | null) => {
    begin.reset()
    tellAdded()
    onCodes(codes)
  }
  return (
    <Row
      icon={<IconDeviceMobile />}
      name={t('own.security.app')}
      chips={<State on={since !== null} required={required} />}
      facts={[since ? t('own.security.since', { time: momentWords(since) }) : t('own.security.appFact')]}
    >
      {since ? (
        <Button variant="default" loading={remove.isPending} onClick={() => void removeIfMeant()}>
          {t('own.security.remove')}
        </Button>
      ) : (
        <Button variant={required ? 'filled' : 'default'} loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('own.security.setUp')}
        </Button>
      )}
      {begin.data && (
        <Dialog title={t('own.security.app')} onClose={begin.reset}>
          <AuthenticatorSetup enrolment={begin.data} onDone={done} />
        </Dialog>
      )}
    </Row>
  )
}

function State({ on, required }: { on: boolean; required: boolean }) {
  const { t } = useTranslation()
  if (on) return <Chip tone="done">{t('own.security.on')}</Chip>
  return <Chip tone={required ? 'waiting' : 'plain'}>{required ? t('own.security.required') : t('own.security.off')}</Chip>
}

function Codes({ remaining, onCodes }: { remaining: number; onCodes: (codes: string[] | null) => void }) {
  const { t } = useTranslation()
  const renew = useChange({
    make: access.renewRecoveryCodes,
    touches: [queries.security.queryKey],
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes),
  })
  const words = { title: t('own.security.renewQuestion'), text: t('own.security.renewText'), yes: t('own.security.renew') }
  const renewIfMeant = async () => (remaining === 0 || (await ask(words))) && renew.mutate()
  return (
    <Row
      icon={<IconListNumbers />}
      name={t('own.security.codes')}
      chips={<Chip tone={remaining > FEW ? 'plain' : remaining > 0 ? 'waiting' : 'risk'}>{t('own.security.left', { count: remaining })}</Chip>}
      facts={[t('own.security.codesFact')]}
    >
      <Button variant="default" loading={renew.isPending} onClick={() => void renewIfMeant()}>
        {t('own.security.renew')}
      </Button>
    </Row>
  )
}
