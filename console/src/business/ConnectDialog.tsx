import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import type { NumberCheck, SignupGrant } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { StepList } from './StepList'
import { TokenField } from './TokenField'

interface Props {
  /** What an owner granted in Meta's window, instead of a token. */
  signup?: SignupGrant
  onConnected: (id: string) => void
  onClose: () => void
}

/** First Meta is asked what the token is good for; then one of the account's numbers is chosen. */
export function ConnectDialog({ signup, onConnected, onClose }: Props) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { accountId: signup?.accountIds[0] ?? '', token: '' } })
  const check = useMutation({ mutationFn: numbers.check, meta: { quiet: true } })
  const accountId = form.values.accountId.trim()
  const access: numbers.Access = signup ? { accountId, grant: signup.grant } : { accountId, token: form.values.token.trim() }
  const found = check.data?.numbers ?? []
  const accounts = signup?.accountIds ?? []
  const choose = (account: string) => (form.setFieldValue('accountId', account), check.reset())
  return (
    <Dialog title={t('channels.connect')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => check.mutate(access))}>
        {accounts.length > 1 ? (
          <Select size="sm" allowDeselect={false} label={t('channels.account')} data={accounts} value={accountId} onChange={(chosen) => choose(chosen ?? '')} />
        ) : (
          <TextInput
            data-autofocus
            size="sm"
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            label={t('channels.account')}
            description={t('channels.accountHint')}
            {...form.getInputProps('accountId')}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        )}
        {!signup && (
          <TokenField
            {...form.getInputProps('token')}
            onChange={(event) => (form.setFieldValue('token', event.currentTarget.value), check.reset())}
          />
        )}
        <Refusal error={check.error} />
        {check.data && <StepList steps={check.data.steps} />}
        {found.length === 0 && (
          <Button type="submit" size="sm" loading={check.isPending} disabled={!accountId || !(access.token || access.grant)}>
            {t('channels.look')}
          </Button>
        )}
      </Fields>
      {found.length > 0 && <NumberFields access={access} found={found} onConnected={onConnected} />}
    </Dialog>
  )
}

function NumberFields({ access, found, onConnected }: { access: numbers.Access; found: NumberCheck['numbers']; onConnected: (id: string) => void }) {
  const { t } = useTranslation()
  const first = found[0]
  const apps = useQuery(queries.metaApps).data?.items ?? []
  const form = useForm({ initialValues: { number: first?.phoneNumberId ?? '', name: first?.verifiedName ?? '', app: '' } })
  const appId = form.values.app || undefined
  const name = form.values.name.trim()
  const connect = useChange({
    make: () => numbers.connect({ ...access, phoneNumberId: form.values.number, name, appId }),
    touches: [queries.channels.queryKey],
    said: t('channels.connected', { name }),
    onDone: ({ id }) => onConnected(id),
    quiet: true,
  })
  function choose(number: string | null) {
    const chosen = found.find(({ phoneNumberId }) => phoneNumberId === number)
    if (chosen) form.setValues({ ...form.values, number: chosen.phoneNumberId, name: chosen.verifiedName })
  }
  return (
    <Fields onSubmit={form.onSubmit(() => connect.mutate())}>
      <Select
        size="sm"
        label={t('channels.number')}
        allowDeselect={false}
        data={found.map(({ phoneNumberId, displayPhoneNumber, verifiedName }) => ({
          value: phoneNumberId,
          label: `\u2066${displayPhoneNumber}\u2069 ${verifiedName}`,
        }))}
        value={form.values.number}
        onChange={choose}
      />
      <TextInput size="sm" dir="auto" maxLength={200} label={t('channels.name')} description={t('channels.nameHint')} {...form.getInputProps('name')} />
      {apps.length > 0 && (
        <Select
          size="sm"
          label={t('channels.apps.through')}
          description={t('channels.apps.throughHint')}
          allowDeselect={false}
          data={[{ value: '', label: t('channels.apps.platform') }, ...apps.map(({ id, name: called }) => ({ value: id, label: called }))]}
          {...form.getInputProps('app')}
        />
      )}
      <Refusal error={connect.error} />
      <Button type="submit" size="sm" loading={connect.isPending} disabled={!name}>
        {t('channels.connectIt')}
      </Button>
    </Fields>
  )
}
