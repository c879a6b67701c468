import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import { Secret } from '../account/Secret'
import steps from '../account/Steps.module.css'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import type { MetaApp } from '../api/types'
import { useChange } from '../app/useChange'
import { ask } from '../ui/ask'
import { Fields } from '../ui/Fields'
import { SecretInput } from './AddAppDialog'

/** What to enter at Meta for an app, and its secrets' succession. */
export function AppDialog({ app, onClose }: { app: MetaApp; onClose: () => void }) {
  const { t } = useTranslation()
  const { id, name } = app
  const remove = useChange({
    make: () => numbers.removeApp(id),
    touches: [queries.metaApps.queryKey],
    said: t('channels.apps.removed', { name }),
    onDone: onClose,
  })
  const words = { title: t('channels.apps.question', { name }), text: t('channels.apps.questionText'), yes: t('channels.apps.remove') }
  const removeIfMeant = async () => (await ask({ ...words, grave: true })) && remove.mutate()
  return (
    <Dialog title={name} onClose={onClose}>
      <div className={steps.steps}>
        <p className={steps.text}>{t('channels.apps.enter')}</p>
        <p className={steps.text}>{t('channels.apps.callback')}</p>
        <Secret label={t('channels.apps.callback')}>{app.callbackUrl}</Secret>
        <p className={steps.text}>{t('channels.apps.verifyToken')}</p>
        <Secret label={t('channels.apps.verifyToken')}>{app.verifyToken}</Secret>
        {app.secrets > 1 ? <Retiring app={app} /> : <Rotation id={id} />}
        <Button variant="default" color="red" loading={remove.isPending} onClick={() => void removeIfMeant()}>
          {t('channels.apps.remove')}
        </Button>
      </div>
    </Dialog>
  )
}

function Rotation({ id }: { id: string }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { secret: '' } })
  const secret = form.values.secret.trim()
  const add = useChange({
    make: () => numbers.addAppSecret(id, secret),
    touches: [queries.metaApps.queryKey],
    said: t('channels.apps.secretAdded'),
    quiet: true,
  })
  return (
    <Fields onSubmit={form.onSubmit(() => add.mutate())}>
      <p className={steps.text}>{t('channels.apps.rotate')}</p>
      <SecretInput {...form.getInputProps('secret')} />
      <Refusal error={add.error} />
      <Button type="submit" variant="default" loading={add.isPending} disabled={!secret}>
        {t('channels.apps.addSecret')}
      </Button>
    </Fields>
  )
}

function Retiring({ app: { id, name } }: { app: MetaApp }) {
  const { t } = useTranslation()
  const touches = [queries.metaApps.queryKey]
  const retireOld = useChange({ make: () => numbers.retireOldAppSecret(id), touches, said: t('channels.apps.oldRetired') })
  const retireNew = useChange({ make: () => numbers.retireNewAppSecret(id), touches, said: t('channels.apps.newRetired') })
  const words = { title: t('channels.apps.retireQuestion', { name }), text: t('channels.apps.retireText'), yes: t('channels.apps.retireOld') }
  const retireIfMeant = async () => (await ask({ ...words, grave: true })) && retireOld.mutate()
  return (
    <>
      <p className={steps.text}>{t('channels.apps.two')}</p>
      <Button loading={retireOld.isPending} onClick={() => void retireIfMeant()}>
        {t('channels.apps.retireOld')}
      </Button>
      <Button variant="default" loading={retireNew.isPending} onClick={() => retireNew.mutate()}>
        {t('channels.apps.retireNew')}
      </Button>
    </>
  )
}
