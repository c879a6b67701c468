import { Alert, Button, Group } from '@mantine/core'
import { IconPencil, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/queries'
import type { ContactCard } from '../api/types'
import { Fact } from '../contact/Facts'
import { Marketing } from '../contact/Marketing'
import { usePermissions } from '../session/me'
import { BackLink } from '../ui/BackLink'
import { Chip } from '../ui/Chip'
import { Face } from '../ui/Face'
import { Loaded } from '../ui/Loaded'
import { Padded, Page, Section } from '../ui/Page'
import { Moment } from '../ui/Time'
import list from '../ui/FactList.module.css'
import styles from './Contacts.module.css'
import { ConversationsWith } from './ConversationsWith'
import { EditDialog } from './EditDialog'
import { Identities } from './Identities'
import { MergeDialog } from './MergeDialog'
import { Merges } from './Merges'
import { useName } from './useName'

const route = getRouteApi('/shell/contacts/$contactId')

/** One contact: who they are, what they were known by, and what was said with them. */
export function ContactPage() {
  const { t } = useTranslation()
  const { contactId } = route.useParams()
  const contact = useQuery(queries.contact(contactId))
  const name = useName()
  return (
    <Page title={contact.data ? name(contact.data) : t('contacts.title')}>
      <BackLink to="/contacts">{t('contacts.back')}</BackLink>
      <Loaded of={contact}>{(card) => <Shown key={card.id} card={card} />}</Loaded>
    </Page>
  )
}

function Shown({ card }: { card: ContactCard }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const [doing, setDoing] = useState<'edit' | 'merge' | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      <Collisions card={card} />
      <Section
        title={t('contacts.about')}
        action={
          <Group gap="xs">
            {may('EDIT_CONTACTS') && (
              <Button variant="default" leftSection={<IconPencil size="1rem" />} onClick={() => setDoing('edit')}>
                {t('contacts.edit')}
              </Button>
            )}
            {may('MERGE_CONTACTS') && (
              <Button variant="default" leftSection={<IconUsersGroup size="1rem" />} onClick={() => setDoing('merge')}>
                {t('contacts.merge')}
              </Button>
            )}
          </Group>
        }
      >
        <Padded>
          <About card={card} />
        </Padded>
      </Section>
      <Identities card={card} />
      {may('READ_CONVERSATIONS') && <ConversationsWith card={card} />}
      {card.merges.length > 0 && <Merges card={card} />}
      {doing === 'edit' && <EditDialog card={card} onClose={close} />}
      {doing === 'merge' && <MergeDialog card={card} onClose={close} />}
    </>
  )
}

function About({ card }: { card: ContactCard }) {
  const { t, i18n } = useTranslation()
  const name = useName()(card)
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const countries = new Intl.DisplayNames(i18n.language, { type: 'region' })
  return (
    <div className={styles.about}>
      <Face name={name} seed={card.id} size="large" />
      <dl className={`${list.facts} ${styles.facts}`}>
        {card.givenName && <Fact name={t('contacts.profileName')}>{card.profileName && <bdi>{card.profileName}</bdi>}</Fact>}
        <Fact name={t('contacts.kind.phone')}>{card.phone && <bdi dir="ltr">{card.phone}</bdi>}</Fact>
        <Fact name={t('contacts.username')}>{card.username && <bdi>{card.username}</bdi>}</Fact>
        <Fact name={t('contacts.language')}>{card.language ? languages.of(card.language) : t('contacts.noLanguage')}</Fact>
        <Fact name={t('contacts.country')}>{card.country && countries.of(card.country)}</Fact>
        <Fact name={t('contacts.timeZone')}>{card.timeZone && <bdi dir="ltr">{card.timeZone}</bdi>}</Fact>
        <Fact name={card.hasWritten ? t('contacts.firstSeen') : t('contacts.listed')}>
          <Moment at={card.firstSeenAt} />
        </Fact>
        <Fact name={t('contacts.seen')}>{card.hasWritten ? <Moment at={card.lastSeenAt} /> : t('contacts.notYet')}</Fact>
        <Marketing id={card.id} />
        <Fact name={t('contacts.labels')}>
          {card.labels.length > 0 ? (
            <span className={styles.chips}>
              {card.labels.map((label) => (
                <Chip key={label}>
                  <bdi>{label}</bdi>
                </Chip>
              ))}
            </span>
          ) : null}
        </Fact>
      </dl>
    </div>
  )
}

/** One number or id of two contacts: only a person can tell whether they are the same. */
function Collisions({ card }: { card: ContactCard }) {
  const { t } = useTranslation()
  const may = usePermissions()
  const name = useName()
  const [compared, compare] = useState<ContactCard['sharing'][number] | null>(null)
  return (
    <>
      {card.sharing.map((other) => (
        <Alert key={other.id} color="yellow" mb="sm">
          <Group justify="space-between" gap="xs">
            <span className={styles.words}>
              {t('contacts.sharing', { name: name(other) })}{' '}
              <Link className={styles.link} to="/contacts/$contactId" params={{ contactId: other.id }}>
                <bdi>{name(other)}</bdi>
              </Link>
            </span>
            {may('MERGE_CONTACTS') && (
              <Button size="xs" variant="default" aria-label={t('contacts.compareWith', { name: name(other) })} onClick={() => compare(other)}>
                {t('contacts.compare')}
              </Button>
            )}
          </Group>
        </Alert>
      ))}
      {compared && <MergeDialog card={card} other={compared.id} onClose={() => compare(null)} />}
    </>
  )
}
