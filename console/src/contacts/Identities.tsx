import { IconBrandWhatsapp, IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContactCard, ContactIdentity } from '../api/types'
import { Chip } from '../ui/Chip'
import { Section } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { useMomentWords } from '../ui/Time'
import styles from './Contacts.module.css'
import { useName } from './useName'

/** What somebody is and was known by: an answer goes to what wrote, and nothing is forgotten. */
export function Identities({ card }: { card: ContactCard }) {
  const { t } = useTranslation()
  return (
    <Section title={t('contacts.identities')} lead={t('contacts.identitiesLead')}>
      <Rows label={t('contacts.identities')}>
        {card.identities.map((identity) => (
          <IdentityRow key={`${identity.contactId}${identity.kind}${identity.value}`} identity={identity} />
        ))}
      </Rows>
    </Section>
  )
}

function IdentityRow({ identity }: { identity: ContactIdentity }) {
  const { t } = useTranslation()
  const moment = useMomentWords()
  const name = useName()
  const { kind, value, contactId, since, lastSeenAt, until, replacedBy, passedTo } = identity
  return (
    <Row
      icon={kind === 'phone' ? <IconPhone size="1.125rem" /> : <IconBrandWhatsapp size="1.125rem" />}
      name={<bdi dir="ltr">{value}</bdi>}
      chips={
        <>
          <Chip tone={until ? 'plain' : 'done'}>{until ? t('contacts.former', { time: moment(until) }) : t('contacts.inUse')}</Chip>
          {contactId && <Chip tone="accent">{t('contacts.ofMerged')}</Chip>}
        </>
      }
      facts={[
        t(`contacts.kind.${kind as 'phone'}`),
        t('contacts.since', { time: moment(since) }),
        t('contacts.lastSeen', { time: moment(lastSeenAt) }),
        replacedBy && t('contacts.replaced', { value: replacedBy }),
        passedTo && (
          <span key="passed">
            {t('contacts.passed')}{' '}
            <Link className={styles.link} to="/contacts/$contactId" params={{ contactId: passedTo.id }}>
              <bdi>{name(passedTo)}</bdi>
            </Link>
          </span>
        ),
      ]}
    />
  )
}
