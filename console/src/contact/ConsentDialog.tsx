import { Button, Radio, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as calls from '../api/calls'
import type { Consent } from '../api/types'
import { useChange } from '../app/useChange'
import { Fields } from '../ui/Fields'
import styles from './ConsentDialog.module.css'
import { ConsentWords } from './Marketing'

interface Props {
  id: string
  consent: Consent
  onClose: () => void
}

/** What somebody told the business of marketing, and all that was said of it before. */
export default function ConsentDialog({ id, consent, onClose }: Props) {
  const { t } = useTranslation()
  const stopped = consent.marketing === 'stopped'
  const form = useForm({
    initialValues: { wants: stopped || consent.marketing === 'declared' ? 'no' : 'yes', words: '' },
    validate: { words: (words, { wants }) => (wants === 'yes' && !words.trim() ? t('contact.consentMissing') : null) },
  })
  const save = useChange({
    make: ({ wants, words }: typeof form.values) => calls.declareConsent(id, wants === 'yes', words.trim()),
    touches: [['contact', id]],
    said: t('contact.consentNoted'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <Dialog title={t('contact.marketing')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Radio.Group label={t('contact.consentSaid')} {...form.getInputProps('wants')}>
          <Stack gap="xs" mt="xs">
            <Radio value="yes" label={t('contact.consentYes')} disabled={stopped} description={stopped ? t('contact.consentOnlyThey') : undefined} />
            <Radio value="no" label={t('contact.consentNo')} />
          </Stack>
        </Radio.Group>
        <Textarea
          data-autofocus
          size="sm"
          dir="auto"
          autosize
          maxLength={500}
          withAsterisk={form.values.wants === 'yes'}
          label={t('contact.consentWords')}
          description={t('contact.consentWordsHint')}
          {...form.getInputProps('words')}
        />
        <Refusal error={save.error} />
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('contact.consentSave')}
        </Button>
      </Fields>
      {consent.history.length > 0 && (
        <section className={styles.history}>
          <h3 className={styles.title}>{t('contact.consentBefore')}</h3>
          <ul className={styles.list}>
            {consent.history.map((one) => (
              <li key={`${one.marketing}${one.at}`}>
                <ConsentWords of={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
