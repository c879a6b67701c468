import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import * as numbers from '../api/numbers'
import { queries } from '../api/queries'
import type { NumberProfile } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { Loaded } from '../ui/Loaded'
import { MetaRefusal } from './MetaRefusal'
import type { NumberDialogProps } from './NumberDialogs'
import { PictureField } from './PictureField'

const VERTICALS = [
  'ALCOHOL', 'APPAREL', 'AUTO', 'BEAUTY', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE', 'GOVT', 'GROCERY', 'HEALTH', 'HOTEL',
  'MATRIMONY_SERVICE', 'NONPROFIT', 'ONLINE_GAMBLING', 'OTC_DRUGS', 'PHYSICAL_GAMBLING', 'PROF_SERVICES', 'RESTAURANT', 'RETAIL',
  'TRAVEL', 'OTHER',
] as const // prettier-ignore

/** What people see of the business in WhatsApp; Meta keeps it. */
export function ProfileDialog({ id, name, onClose }: NumberDialogProps) {
  const { t } = useTranslation()
  const profile = useQuery(queries.profile(id))
  return (
    <Dialog title={t('channels.profileTitle', { name })} onClose={onClose}>
      <Loaded of={profile}>{(told) => <ProfileFields id={id} profile={told} onClose={onClose} />}</Loaded>
    </Dialog>
  )
}

function ProfileFields({ id, profile, onClose }: { id: string; profile: NumberProfile; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm<NumberProfile>({ initialValues: { ...profile, websites: [profile.websites[0] ?? '', profile.websites[1] ?? ''] } })
  const put = useChange({
    make: (wanted: NumberProfile) => numbers.putProfile(id, wanted),
    touches: [queries.profile(id).queryKey],
    said: t('channels.profileSaved'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Fields onSubmit={form.onSubmit((wanted) => put.mutate(wanted))}>
      <PictureField id={id} picture={profile.picture} />
      <TextInput data-autofocus size="sm" dir="auto" maxLength={139} label={t('channels.about')} description={t('channels.aboutHint')} {...form.getInputProps('about')} />
      <Textarea size="sm" dir="auto" autosize minRows={2} maxLength={256} label={t('channels.description')} {...form.getInputProps('description')} />
      <TextInput size="sm" dir="auto" maxLength={256} label={t('channels.address')} {...form.getInputProps('address')} />
      <TextInput size="sm" dir="ltr" type="email" maxLength={128} label={t('channels.email')} {...form.getInputProps('email')} />
      {[0, 1].map((which) => (
        <TextInput key={which} size="sm" dir="ltr" type="url" maxLength={256} label={t('channels.website', { number: which + 1 })} {...form.getInputProps(`websites.${which}`)} />
      ))}
      <Select
        size="sm"
        searchable
        clearable
        label={t('channels.vertical')}
        data={VERTICALS.map((value) => ({ value, label: t(`channels.verticals.${value}`) }))}
        value={form.values.vertical || null}
        onChange={(chosen) => form.setFieldValue('vertical', chosen ?? '')}
      />
      <MetaRefusal error={put.error} />
      <Button type="submit" size="sm" loading={put.isPending} disabled={!form.isDirty()}>
        {t('channels.saveProfile')}
      </Button>
    </Fields>
  )
}
