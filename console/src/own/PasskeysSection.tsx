import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFingerprint, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { PasskeySetup } from '../account/PasskeySetup'
import { knowsPasskeys } from '../account/passkeys'
import * as access from '../api/access'
import { queries } from '../api/queries'
import type { Passkey } from '../api/types'
import { useChange, useDone } from '../app/useChange'
import { ask } from '../ui/ask'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Fields } from '../ui/Fields'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'

export function PasskeysSection({ passkeys, onCodes }: { passkeys: Passkey[]; onCodes: (codes: string[] | null) => void }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const tellAdded = useDone([queries.security.queryKey], t('own.passkeys.added'))
  const done = (codes: string[] | null) => {
    setAdding(false)
    tellAdded()
    onCodes(codes)
  }
  return (
    <Section
      title={t('own.passkeys.title')}
      lead={knowsPasskeys ? t('own.passkeys.lead') : t('own.passkeys.unknown')}
      action={
        knowsPasskeys && (
          <Button leftSection={<IconPlus size="1rem" />} onClick={() => setAdding(true)}>
            {t('own.passkeys.add')}
          </Button>
        )
      }
    >
      {passkeys.length === 0 ? (
        <Empty icon={<IconFingerprint />} title={t('own.passkeys.empty')} hint={t('own.passkeys.emptyHint')} />
      ) : (
        <Rows label={t('own.passkeys.title')}>
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </Rows>
      )}
      {adding && (
        <Dialog title={t('own.passkeys.add')} onClose={() => setAdding(false)}>
          <PasskeySetup onDone={done} />
        </Dialog>
      )}
    </Section>
  )
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const [renaming, setRenaming] = useState(false)
  const remove = useChange({ make: access.removePasskey, touches: [queries.security.queryKey], said: t('own.passkeys.removed') })
  const words = { title: t('own.passkeys.question', { name: passkey.label }), text: t('own.security.removeText'), yes: t('own.security.remove') }
  const removeIfMeant = async () => (await ask({ ...words, grave: true })) && remove.mutate(passkey.id)
  return (
    <Row
      icon={<IconFingerprint />}
      name={<bdi>{passkey.label}</bdi>}
      chips={passkey.backedUp && <Chip>{t('own.passkeys.backedUp')}</Chip>}
      facts={[
        t('own.passkeys.made', { time: momentWords(passkey.createdAt) }),
        passkey.lastUsedAt ? t('own.passkeys.used', { time: momentWords(passkey.lastUsedAt) }) : t('own.passkeys.unused'),
      ]}
    >
      <Button variant="default" aria-label={t('own.passkeys.renameOf', { name: passkey.label })} onClick={() => setRenaming(true)}>
        {t('own.passkeys.rename')}
      </Button>
      <Button
        variant="default"
        aria-label={t('own.passkeys.removeOf', { name: passkey.label })}
        loading={remove.isPending}
        onClick={() => void removeIfMeant()}
      >
        {t('own.security.remove')}
      </Button>
      {renaming && <RenameDialog passkey={passkey} onClose={() => setRenaming(false)} />}
    </Row>
  )
}

function RenameDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { label: passkey.label } })
  const label = form.values.label.trim()
  const rename = useChange({ make: () => access.renamePasskey(passkey.id, label), touches: [queries.security.queryKey], onDone: onClose })
  return (
    <Dialog title={t('own.passkeys.rename')} onClose={onClose}>
      <Fields onSubmit={form.onSubmit(() => rename.mutate())}>
        <TextInput data-autofocus size="sm" dir="auto" maxLength={100} label={t('account.passkey.label')} {...form.getInputProps('label')} />
        <Button type="submit" size="sm" loading={rename.isPending} disabled={!label}>
          {t('own.passkeys.rename')}
        </Button>
      </Fields>
    </Dialog>
  )
}
