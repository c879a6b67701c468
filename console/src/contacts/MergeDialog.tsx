import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAddressBook, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../account/Dialog'
import { Refusal } from '../account/Refusal'
import * as contacts from '../api/contacts'
import { queries } from '../api/queries'
import type { ContactCard } from '../api/types'
import { useChange } from '../app/useChange'
import { Empty } from '../ui/Empty'
import { Face } from '../ui/Face'
import { Loaded } from '../ui/Loaded'
import { Row, Rows } from '../ui/Rows'
import { Comparison } from './Comparison'
import styles from './Contacts.module.css'
import { TOUCHED } from './touched'
import { useName } from './useName'

interface Props {
  card: ContactCard
  /** The one to compare with, where that is known. */
  other?: string
  onClose: () => void
}

/** Finds the other contact, shows both beside each other, and merges them in the direction chosen. */
export function MergeDialog({ card, other, onClose }: Props) {
  const { t } = useTranslation()
  const [chosen, choose] = useState(other ?? null)
  return (
    <Dialog title={t('contacts.mergeTitle')} onClose={onClose}>
      <Stack gap="sm">
        <p className={styles.lead}>{t('contacts.mergeLead')}</p>
        {chosen ? <Both card={card} other={chosen} onBack={() => choose(null)} onClose={onClose} /> : <Find except={card.id} onFound={choose} />}
      </Stack>
    </Dialog>
  )
}

function Find({ except, onFound }: { except: string; onFound: (id: string) => void }) {
  const { t } = useTranslation()
  const call = useName()
  const [words, setWords] = useState('')
  const [q] = useDebouncedValue(words.trim(), 250)
  const found = useInfiniteQuery(queries.contacts({ q: q || undefined }))
  return (
    <>
      <TextInput
        type="search"
        data-autofocus
        size="sm"
        classNames={{ input: 'plain-words' }}
        leftSection={<IconSearch size="1rem" />}
        label={t('contacts.find')}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Loaded of={found}>
        {({ pages }) => {
          const others = (pages[0]?.items ?? []).filter(({ id }) => id !== except).slice(0, 8)
          if (others.length === 0) return <Empty icon={<IconAddressBook />} title={t('contacts.nothing')} />
          return (
            <Rows label={t('contacts.list')}>
              {others.map((one) => (
                <Row
                  key={one.id}
                  icon={<Face name={call(one)} seed={one.id} />}
                  name={<bdi>{call(one)}</bdi>}
                  facts={[one.name && one.phone && <bdi key="phone" dir="ltr">{one.phone}</bdi>]} // prettier-ignore
                >
                  <Button size="xs" variant="default" aria-label={t('contacts.choose', { name: call(one) })} onClick={() => onFound(one.id)}>
                    {t('contacts.compare')}
                  </Button>
                </Row>
              ))}
            </Rows>
          )
        }}
      </Loaded>
    </>
  )
}

function Both({ card, other, onBack, onClose }: { card: ContactCard; other: string; onBack: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const call = useName()
  const [kept, keep] = useState(card.id)
  const second = useQuery(queries.contact(other))
  const merge = useChange({
    make: () => contacts.mergeContact(kept === card.id ? other : card.id, kept),
    touches: TOUCHED,
    said: t('contacts.mergedDone'),
    onDone: () => {
      onClose()
      void navigate({ to: '/contacts/$contactId', params: { contactId: kept } })
    },
    quiet: true,
  })
  return (
    <Loaded of={second}>
      {(two) => (
        <>
          <Comparison one={card} two={two} kept={kept} />
          <p className={styles.question}>{t('contacts.keep')}</p>
          <SegmentedControl
            fullWidth
            aria-label={t('contacts.keep')}
            value={kept}
            onChange={keep}
            data={[card, two].map((one) => ({ value: one.id, label: call(one) }))}
          />
          <Refusal error={merge.error} />
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              {t('contacts.other')}
            </Button>
            <Button loading={merge.isPending} onClick={() => merge.mutate()}>
              {t('contacts.confirm')}
            </Button>
          </Group>
        </>
      )}
    </Loaded>
  )
}
