import { Button, Input, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as people from '../api/people'
import { peopleQueries } from '../api/people'
import { queries } from '../api/queries'
import type { Colleague, Invitation } from '../api/types'
import { useChange } from '../app/useChange'
import { useMe } from '../session/me'
import { Fields } from '../ui/Fields'
import { LanguageChoice } from '../ui/LanguageChoice'
import { RolesField, wantedRoles, type Held } from './RolesField'

interface Props {
  /** Who is changed; nobody where somebody is invited. */
  user?: Colleague
  onInvited?: (invitation: Invitation, email: string) => void
  onClose: () => void
}

/** Inviting somebody, or changing who they are and what they may do. */
export function UserDialog({ user, onInvited, onClose }: Props) {
  const { t } = useTranslation()
  const { tenant } = useMe()
  const account = user?.account
  const form = useForm({
    initialValues: {
      name: user?.name ?? '',
      email: account?.email ?? '',
      language: account?.language ?? tenant.language,
      roles: (account?.roles ?? [{ role: '', departments: null }]).map(({ role, departments }): Held => ({ role, departments })),
    },
    validate: {
      name: (value) => (value.trim() ? null : t('users.needName')),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('users.needEmail')),
      roles: (value) => (wantedRoles(value) ? null : t('users.needRoles')),
    },
  })
  /** Only what was changed here: the rest may have been changed by somebody else meanwhile. */
  const changed = (wanted: Partial<typeof form.values>) =>
    Object.fromEntries(Object.entries(wanted).filter(([field]) => form.isDirty(field)))
  const save = useChange({
    make: async ({ name, email, language, roles }: typeof form.values) => {
      const wanted = { name: name.trim(), email: email.trim(), language, roles: wantedRoles(roles) ?? [] }
      return user ? people.changeUser(user.id, changed(wanted)) : people.invite(wanted)
    },
    touches: [queries.users.queryKey, peopleQueries.invitations.queryKey, peopleQueries.addressChanges.queryKey, peopleQueries.roles.queryKey],
    said: user && t('users.changed', { name: form.values.name.trim() }),
    onDone: (answer) => {
      onClose()
      if ('userId' in answer) onInvited?.(answer, form.values.email.trim())
    },
    quiet: true,
  })
  return (
    <Dialog title={user ? t('users.editTitle', { name: user.name }) : t('users.inviteTitle')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit((wanted) => save.mutate(wanted))}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={200} autoComplete="off" label={t('users.name')} {...form.getInputProps('name')} />
        <TextInput size="sm" type="email" dir="ltr" maxLength={254} autoComplete="off" label={t('users.email')} description={user && user.state !== 'invited' && t('users.emailHint')} {...form.getInputProps('email')} />
        <LanguageField {...form.getInputProps('language')} />
        <RolesField {...form.getInputProps('roles')} value={form.values.roles} />
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {user ? t('users.save') : t('users.sendInvitation')}
        </Button>
      </Fields>
    </Dialog>
  )
}

export function LanguageField(props: Parameters<typeof LanguageChoice>[0]) {
  const { t } = useTranslation()
  return (
    <Input.Wrapper labelElement="div" size="sm" label={t('menu.language')}>
      <div>
        <LanguageChoice {...props} />
      </div>
    </Input.Wrapper>
  )
}
