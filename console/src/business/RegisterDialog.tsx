import { Button, Group, Radio, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import steps from '../account/Steps.module.css'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import type { CodeWanted } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { MetaRefusal } from './MetaRefusal'
import type { NumberDialogProps } from './NumberDialogs'

const CODE_LANGUAGES = { en: 'en_US', he: 'he_IL' } as const

/** A number proves whose it is, and is registered with the PIN that protects it. */
export function RegisterDialog({ id, name, onClose }: NumberDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('channels.registerTitle', { name })} onClose={onClose}>
      <div className={steps.steps}>
        <p className={steps.text}>{t('channels.registerLead')}</p>
        <Proof id={id} />
        <Pin id={id} onDone={onClose} />
      </div>
    </Dialog>
  )
}

function Proof({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const form = useForm<{ way: CodeWanted['way']; code: string }>({ initialValues: { way: 'SMS', code: '' } })
  const { way, code } = form.values
  const language = CODE_LANGUAGES[i18n.language === 'he' ? 'he' : 'en']
  const ask = useChange({ make: () => numbers.askForCode(id, { way, language }), touches: [], said: t('channels.codeAsked'), quiet: true })
  const prove = useChange({ make: () => numbers.proveCode(id, code), touches: [], said: t('channels.proved'), onDone: () => form.reset(), quiet: true })
  return (
    <Fields onSubmit={form.onSubmit(() => prove.mutate())}>
      <Radio.Group label={t('channels.codeWay')} {...form.getInputProps('way')}>
        <Group mt="xs">
          <Radio value="SMS" label={t('channels.way.SMS')} />
          <Radio value="VOICE" label={t('channels.way.VOICE')} />
        </Group>
      </Radio.Group>
      <div>
        <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('channels.askForCode')}
        </Button>
      </div>
      <TextInput size="sm" dir="ltr" inputMode="numeric" autoComplete="one-time-code" maxLength={7} label={t('channels.code')} {...form.getInputProps('code')} />
      <MetaRefusal error={ask.error ?? prove.error} />
      <div>
        <Button variant="default" type="submit" loading={prove.isPending} disabled={!code.trim()}>
          {t('channels.prove')}
        </Button>
      </div>
    </Fields>
  )
}

function Pin({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { pin: '' } })
  const { pin } = form.values
  const touches = [queries.standing(id).queryKey, queries.channels.queryKey]
  const register = useChange({ make: () => numbers.register(id, pin), touches, said: t('channels.registered'), onDone, quiet: true })
  const change = useChange({ make: () => numbers.changePin(id, pin), touches, said: t('channels.pinChanged'), onDone, quiet: true })
  const isWhole = /^\d{6}$/.test(pin)
  return (
    <Fields onSubmit={form.onSubmit(() => register.mutate())}>
      <TextInput size="sm" dir="ltr" inputMode="numeric" autoComplete="off" maxLength={6} label={t('channels.pin')} description={t('channels.pinHint')} {...form.getInputProps('pin')} />
      <MetaRefusal error={register.error ?? change.error} />
      <Group gap="xs">
        <Button type="submit" size="sm" loading={register.isPending} disabled={!isWhole}>
          {t('channels.registerIt')}
        </Button>
        <Button variant="default" size="sm" loading={change.isPending} disabled={!isWhole} onClick={() => change.mutate()}>
          {t('channels.changePin')}
        </Button>
      </Group>
    </Fields>
  )
}
