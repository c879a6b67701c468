import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconShield } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as people from '../api/people'
import { peopleQueries } from '../api/people'
import { queries } from '../api/queries'
import type { Permission, Role } from '../api/types'
import { useChange } from '../app/useChange'
import { heldOf, useRoleWords } from '../own/useRoleWords'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { inOrder } from './permissions'
import { PermissionsField } from './PermissionsField'

/** The roles people can hold: those that everybody has, and those of the business's own. */
export function RolesPage() {
  const { t } = useTranslation()
  const roles = useQuery(peopleQueries.roles)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('roles.title')}
      lead={t('roles.lead')}
      action={
        <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
          {t('roles.add')}
        </Button>
      }
    >
      <Card>
        <Loaded of={roles}>
          {({ items }) => (
            <Rows label={t('roles.title')}>
              {items.map((role) => (
                <RoleRow key={role.id} role={role} />
              ))}
            </Rows>
          )}
        </Loaded>
      </Card>
      {adding && <RoleDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function RoleRow({ role }: { role: Role }) {
  const { t } = useTranslation()
  const name = useRoleWords()(heldOf(role))
  const [editing, setEditing] = useState(false)
  const remove = useChange({ make: people.removeRole, touches: [peopleQueries.roles.queryKey], said: t('roles.removed', { name }) })
  const words = { title: t('roles.question', { name }), text: t('roles.questionText'), yes: t('roles.remove') }
  const removeIfMeant = async () => (await ask({ ...words, grave: true })) && remove.mutate(role.id)
  return (
    <Row
      icon={<IconShield />}
      name={<bdi>{name}</bdi>}
      chips={
        <>
          {role.standard && <Chip>{t('roles.standard')}</Chip>}
          <Chip tone={role.users > 0 ? 'accent' : 'plain'}>{t('roles.holders', { count: role.users })}</Chip>
        </>
      }
      facts={[inOrder(role.permissions).map((permission) => t(`permission.${permission}`)).join(' · ')]} // prettier-ignore
    >
      {!role.standard && (
        <>
          <Button variant="default" aria-label={t('roles.editOf', { name })} onClick={() => setEditing(true)}>
            {t('roles.edit')}
          </Button>
          <Button
            variant="default"
            aria-label={t('roles.removeOf', { name })}
            title={role.users > 0 ? t('roles.inUse') : undefined}
            disabled={role.users > 0}
            loading={remove.isPending}
            onClick={() => void removeIfMeant()}
          >
            {t('roles.remove')}
          </Button>
        </>
      )}
      {editing && <RoleDialog role={role} onClose={() => setEditing(false)} />}
    </Row>
  )
}

function RoleDialog({ role, onClose }: { role?: Role; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm<{ name: string; permissions: Permission[] }>({
    initialValues: { name: role?.name ?? '', permissions: role?.permissions ?? ['READ_CONVERSATIONS'] },
  })
  const { permissions } = form.values
  const name = form.values.name.trim()
  const save = useChange({
    make: () => (role ? people.changeRole(role.id, name, permissions) : people.addRole(name, permissions)),
    touches: [peopleQueries.roles.queryKey, queries.users.queryKey],
    said: t('roles.saved', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={role ? t('roles.editTitle', { name: role.name }) : t('roles.add')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => save.mutate())}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={60} autoComplete="off" label={t('roles.name')} {...form.getInputProps('name')} />
        <PermissionsField divided value={permissions} onChange={(chosen) => form.setFieldValue('permissions', chosen)} />
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending} disabled={!name || permissions.length === 0}>
          {t('roles.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
