import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import * as contacts from '../api/contacts'
import type { ContactCard, ContactMerge } from '../api/types'
import { useChange } from '../app/useChange'
import { usePermissions } from '../session/me'
import { ask } from '../ui/ask'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import { TOUCHED } from './touched'
import { useName } from './useName'

/** What was merged into this contact, by whom, and the way back. */
export function Merges({ card }: { card: ContactCard }) {
  const { t } = useTranslation()
  return (
    <Section title={t('contacts.merges')} lead={t('contacts.mergesLead')}>
      <Rows label={t('contacts.merges')}>
        {card.merges.map((merge) => (
          <MergeRow key={`${merge.contact.id}${merge.at}`} merge={merge} />
        ))}
      </Rows>
    </Section>
  )
}

function MergeRow({ merge: { contact, into, at, by, separatedAt, separatedBy } }: { merge: ContactMerge }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const moment = useMomentWords()
  const call = useName()
  const name = call(contact)
  const separate = useChange({ make: () => contacts.separateContact(contact.id), touches: TOUCHED, said: t('contacts.separatedDone') })
  const start = async () => {
    const question = { title: t('contacts.separateTitle', { name }), text: t('contacts.separateText'), yes: t('contacts.separate') }
    if (await ask(question)) separate.mutate()
  }
  return (
    <Row
      icon={<IconUsersGroup size="1.125rem" />}
      name={t('contacts.merged', { contact: name, into: call(into), by: by.name, time: moment(at) })}
      facts={[separatedAt && t('contacts.separated', { by: separatedBy?.name ?? '', time: moment(separatedAt) })]}
    >
      {!separatedAt && may('MERGE_CONTACTS') && (
        <Button variant="default" aria-label={t('contacts.separateOf', { name })} loading={separate.isPending} onClick={() => void start()}>
          {t('contacts.separate')}
        </Button>
      )}
    </Row>
  )
}
