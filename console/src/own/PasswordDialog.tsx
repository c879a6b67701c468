import { Button, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { NewPassword } from '../account/NewPassword'
import { Refusal } from '../account/Refusal'
import * as access from '../api/access'
import { queries } from '../api/queries'
import { useChange } from '../app/useChange'
import { useMe } from '../session/me'
import { Fields } from '../ui/Fields'

export function PasswordDialog({ length, onClose }: { length: number; onClose: () => void }) {
  const { t } = useTranslation()
  const { user } = useMe()
  const form = useForm({ initialValues: { current: '', password: '' } })
  const change = useChange({
    make: () => access.changePassword(form.values.current, form.values.password),
    touches: [queries.sessions.queryKey],
    said: t('own.security.passwordChanged'),
    onDone: onClose,
    quiet: true,
  })
  const { current, password } = form.values
  return (
    <Dialog title={t('own.security.changePassword')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => change.mutate())}>
        {/* Keepers of passwords want to know whose this is. */}
        <input type="email" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordInput
          data-autofocus
          size="sm"
          label={t('account.password.current')}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
        <NewPassword length={length} {...form.getInputProps('password')} />
        <Refusal error={change.error} />
        <Button type="submit" size="sm" loading={change.isPending} disabled={!current || !password}>
          {t('own.security.changePassword')}
        </Button>
      </Fields>
    </Dialog>
  )
}
