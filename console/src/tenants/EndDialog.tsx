import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import steps from '../account/Steps.module.css'
import * as people from '../api/people'
import { peopleQueries } from '../api/people'
import type { Tenant } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'

/** Ends a business, for whoever writes its name. */
export function EndDialog({ tenant, onClose }: { tenant: Tenant; onClose: () => void }) {
  const { t } = useTranslation()
  const { id, name } = tenant
  const form = useForm({ initialValues: { name: '' } })
  const end = useChange({
    make: () => people.turnTenant(id, 'ended'),
    touches: [peopleQueries.tenants.queryKey],
    said: t('tenants.turned', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={t('tenants.endQuestion', { name })} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => end.mutate())}>
        <p className={steps.text}>{t('tenants.endText')}</p>
        <TextInput
          data-autofocus
          size="sm"
          dir="auto"
          autoComplete="off"
          label={t('tenants.typeName', { name })}
          {...form.getInputProps('name')}
        />
        <Refusal error={end.error} />
        <Button type="submit" size="sm" color="red" loading={end.isPending} disabled={form.values.name.trim() !== name.trim()}>
          {t('tenants.end')}
        </Button>
      </Fields>
    </Dialog>
  )
}
