import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as people from '../api/people'
import { peopleQueries } from '../api/people'
import { useChange } from '../app/useChange'
import { LanguageField } from '../people/UserDialog'
import { Fields } from '../ui/Fields'

interface Props {
  onFounded: (answer: { link: string | null }, email: string) => void
  onClose: () => void
}

export function FoundDialog({ onFounded, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const form = useForm({
    initialValues: { name: '', language: i18n.language, administrator: { name: '', email: '' } },
    validate: {
      name: (value) => (value.trim() ? null : t('tenants.needName')),
      administrator: {
        name: (value) => (value.trim() ? null : t('users.needName')),
        email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('users.needEmail')),
      },
    },
  })
  const found = useChange({
    make: people.found,
    touches: [peopleQueries.tenants.queryKey],
    onDone: (answer) => {
      onClose()
      onFounded(answer, form.values.administrator.email.trim())
    },
    quiet: true,
  })
  return (
    <Dialog title={t('tenants.add')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit((wanted) => found.mutate(wanted))}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={200} autoComplete="off" label={t('tenants.name')} {...form.getInputProps('name')} />
        <LanguageField {...form.getInputProps('language')} />
        <TextInput
          size="sm"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          label={t('tenants.administrator')}
          {...form.getInputProps('administrator.name')}
        />
        <TextInput
          size="sm"
          type="email"
          dir="ltr"
          maxLength={254}
          autoComplete="off"
          label={t('tenants.administratorEmail')}
          {...form.getInputProps('administrator.email')}
        />
        <Refusal error={found.error} />
        <Button type="submit" size="sm" loading={found.isPending}>
          {t('tenants.found')}
        </Button>
      </Fields>
    </Dialog>
  )
}
