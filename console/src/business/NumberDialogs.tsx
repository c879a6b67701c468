import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { MetaRefusal } from './MetaRefusal'
import { TokenField } from './TokenField'

export interface NumberDialogProps {
  id: string
  name: string
  onClose: () => void
}

/** What people here call a number. */
export function NameDialog({ id, name, onClose }: NumberDialogProps) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { name } })
  const wanted = form.values.name.trim()
  const rename = useChange({
    make: () => numbers.rename(id, wanted),
    touches: [queries.channels.queryKey],
    said: t('channels.renamed', { name: wanted }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={t('channels.renameTitle', { name })} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => rename.mutate())}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={200} autoComplete="off" label={t('channels.name')} description={t('channels.nameHint')} {...form.getInputProps('name')} />
        <MetaRefusal error={rename.error} />
        <Button type="submit" size="sm" loading={rename.isPending} disabled={!wanted || wanted === name}>
          {t('channels.rename')}
        </Button>
      </Fields>
    </Dialog>
  )
}

/** Another token instead of one that ends, or has ended; what waits goes on then. */
export function RenewDialog({ id, name, onClose }: NumberDialogProps) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { token: '' } })
  const token = form.values.token.trim()
  const renew = useChange({
    make: () => numbers.renewToken(id, token),
    touches: [queries.channels.queryKey, queries.standing(id).queryKey],
    said: t('channels.renewed', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={t('channels.renewTitle', { name })} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => renew.mutate())}>
        <TokenField data-autofocus {...form.getInputProps('token')} />
        <MetaRefusal error={renew.error} />
        <Button type="submit" size="sm" loading={renew.isPending} disabled={!token}>
          {t('channels.renew')}
        </Button>
      </Fields>
    </Dialog>
  )
}
