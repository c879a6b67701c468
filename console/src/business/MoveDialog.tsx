import { Button, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import steps from '../account/Steps.module.css'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { MetaRefusal } from './MetaRefusal'
import type { NumberDialogProps } from './NumberDialogs'
import { TokenField } from './TokenField'

/** Through which app of Meta's the number comes and goes from now on. */
export function MoveDialog({ id, name, onClose }: NumberDialogProps) {
  const { t } = useTranslation()
  const { data } = useQuery(queries.metaApps)
  const form = useForm({ initialValues: { app: '', token: '' } })
  const token = form.values.token.trim()
  const move = useChange({
    make: () => numbers.moveTo(id, form.values.app || null, token),
    touches: [queries.channels.queryKey, queries.standing(id).queryKey],
    said: t('channels.moved', { name }),
    onDone: onClose,
    quiet: true,
  })
  const apps = data?.items ?? []
  return (
    <Dialog title={t('channels.moveTitle', { name })} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => move.mutate())}>
        <p className={steps.text}>{t('channels.moveLead')}</p>
        <Select
          data-autofocus
          size="sm"
          label={t('channels.apps.through')}
          description={t('channels.apps.throughHint')}
          allowDeselect={false}
          data={[{ value: '', label: t('channels.apps.platform') }, ...apps.map(({ id: app, name: called }) => ({ value: app, label: called }))]}
          {...form.getInputProps('app')}
        />
        <TokenField {...form.getInputProps('token')} />
        <MetaRefusal error={move.error} />
        <Button type="submit" size="sm" loading={move.isPending} disabled={!token}>
          {t('channels.moveIt')}
        </Button>
      </Fields>
    </Dialog>
  )
}
