import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'

export function AddAppDialog({ onAdded, onClose }: { onAdded: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { name: '', metaAppId: '', secret: '' } })
  const { name, metaAppId, secret } = form.values
  const app = { name: name.trim(), metaAppId: metaAppId.trim(), secret: secret.trim() }
  const add = useChange({
    make: () => numbers.addApp(app),
    touches: [queries.metaApps.queryKey],
    said: t('channels.apps.added', { name: app.name }),
    onDone: ({ id }) => onAdded(id),
    quiet: true,
  })
  return (
    <Dialog title={t('channels.apps.add')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => add.mutate())}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={200} autoComplete="off" label={t('channels.name')} {...form.getInputProps('name')} />
        <TextInput
          size="sm"
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          label={t('channels.apps.id')}
          description={t('channels.apps.idHint')}
          {...form.getInputProps('metaAppId')}
        />
        <SecretInput {...form.getInputProps('secret')} />
        <Refusal error={add.error} />
        <Button type="submit" size="sm" loading={add.isPending} disabled={!app.name || !app.metaAppId || !app.secret}>
          {t('channels.apps.addIt')}
        </Button>
      </Fields>
    </Dialog>
  )
}

/** What Meta calls the app secret; it is typed here and never shown again. */
export function SecretInput(props: object) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      size="sm"
      dir="ltr"
      maxLength={200}
      autoComplete="off"
      label={t('channels.apps.secret')}
      description={t('channels.apps.secretHint')}
      visibilityToggleButtonProps={{ 'aria-label': t('channels.apps.showSecret') }}
      {...props}
    />
  )
}
