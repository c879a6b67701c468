import { Button, Select, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as contacts from '../api/contacts'
import { queries } from '../api/queries'
import type { ContactCard } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import { LANGUAGES } from './codes'
import { TOUCHED } from './touched'
import { useName } from './useName'

const ZONES = Intl.supportedValuesOf('timeZone')

/** What the business writes down about somebody. */
export function EditDialog({ card, onClose }: { card: ContactCard; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const name = useName()(card)
  const { data: labels } = useQuery(queries.contactLabels)
  const words = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const form = useForm({
    initialValues: { name: card.givenName ?? '', language: card.language ?? '', timeZone: card.timeZone ?? '', labels: card.labels },
  })
  const save = useChange({
    make: (wanted: typeof form.values) =>
      contacts.changeContact(card.id, { ...wanted, timeZone: wanted.timeZone === card.timeZone ? undefined : wanted.timeZone }),
    touches: TOUCHED,
    said: t('contacts.saved'),
    onDone: onClose,
    quiet: true,
  })
  const languages = [...new Set([...LANGUAGES, ...(card.language ? [card.language] : [])])]
  return (
    <Dialog title={t('contacts.editTitle', { name })} onClose={onClose}>
      <Fields onSubmit={form.onSubmit((wanted) => save.mutate(wanted))}>
        <TextInput
          data-autofocus
          size="sm"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          label={t('contacts.name')}
          description={card.profileName ? t('contacts.nameHint', { name: card.profileName }) : t('contacts.nameHintNone')}
          {...form.getInputProps('name')}
        />
        <TagsInput size="sm" dir="auto" maxTags={20} maxLength={40} label={t('contacts.labels')} data={labels?.items.map((one) => one.name) ?? []} {...form.getInputProps('labels')} />
        <Select
          size="sm"
          clearable
          searchable
          label={t('contacts.language')}
          placeholder={t('contacts.noLanguage')}
          data={languages.map((value) => ({ value, label: words.of(value) ?? value }))}
          value={form.values.language || null}
          onChange={(language) => form.setFieldValue('language', language ?? '')}
        />
        <Select
          size="sm"
          clearable
          searchable
          limit={50}
          label={t('contacts.timeZone')}
          description={t('contacts.timeZoneHint')}
          data={ZONES}
          value={form.values.timeZone || null}
          onChange={(zone) => form.setFieldValue('timeZone', zone ?? '')}
        />
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('contacts.save')}
        </Button>
      </Fields>
    </Dialog>
  )
}
