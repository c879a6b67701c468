import { IconAddressBook, IconClipboardCheck, IconHandClick, IconMapPin, IconPhone, IconPhoneOff, IconShoppingBag } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, Call, CardPerson, Place, Product } from '../api/types'
import styles from './DetailsView.module.css'
import { Words } from './Words'

/** What kind of thing it is, and below what it holds. */
function Details({ icon: Icon, name, children }: { icon: ComponentType; name: string; children: ReactNode }) {
  return (
    <section className={styles.details} aria-label={name}>
      <p className={styles.kind}>
        <Icon aria-hidden />
        {name}
      </p>
      {children}
    </section>
  )
}

/** Stands where the other lines begin, in whichever language it is. */
function Dim({ children }: { children: string }) {
  return (
    <p className={styles.dim}>
      <bdi>{children}</bdi>
    </p>
  )
}

export function ChoiceView({ title, description }: { title: string; description?: string | null }) {
  const { t } = useTranslation()
  return (
    <Details icon={IconHandClick} name={t('kind.choice')}>
      <Words body={title} />
      {description && <Dim>{description}</Dim>}
    </Details>
  )
}

/** Who called, and whether somebody took it; how long they spoke, if they did. */
export function CallView({ call: { isTaken, seconds }, outbound }: { call: Call; outbound?: boolean }) {
  const { t } = useTranslation()
  const missed = isTaken === false
  return (
    <Details icon={missed ? IconPhoneOff : IconPhone} name={t('kind.call')}>
      <Words body={missed ? t('thread.callMissed') : outbound ? t('thread.callOut') : t('thread.callIn')} />
      {seconds != null && <Dim>{t('thread.callLasted', { time: lasting(seconds) })}</Dim>}
    </Details>
  )
}

const lasting = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** The map is somebody else's, so nothing is fetched before it is asked for. */
export function PlaceView({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { latitude, longitude, name, address } = place
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
  return (
    <Details icon={IconMapPin} name={t('kind.location')}>
      {name && <Words body={name} />}
      {address && <Dim>{address}</Dim>}
      <a href={map} target="_blank" rel="noopener noreferrer nofollow" title={t('thread.map')}>
        <bdi dir="ltr">{coordinates}</bdi>
      </a>
    </Details>
  )
}

export function PeopleView({ people }: { people: CardPerson[] }) {
  const { t } = useTranslation()
  return (
    <Details icon={IconAddressBook} name={t('kind.contacts')}>
      {people.map((person, index) => (
        <div key={index}>
          <strong>
            <bdi>{person.name || t('thread.nameless')}</bdi>
          </strong>
          {person.organization && <Dim>{person.organization}</Dim>}
          {[...person.phones, ...person.emails, ...person.urls].map((address) => (
            <p key={address}>
              <bdi dir="ltr">{address}</bdi>
            </p>
          ))}
          {person.addresses.map((address) => (
            <Dim key={address}>{address}</Dim>
          ))}
          {person.birthday && <Dim>{t('thread.born', { day: person.birthday })}</Dim>}
        </div>
      ))}
    </Details>
  )
}

export function FormView({ title, answers }: { title?: string | null; answers: Answer[] }) {
  const { t } = useTranslation()
  return (
    <Details icon={IconClipboardCheck} name={t('kind.form')}>
      {title && <Words body={title} />}
      <dl className={styles.answers}>
        {answers.map(({ question, answer }, index) => (
          <div key={index}>
            {question && (
              <dt>
                <bdi>{question}</bdi>
              </dt>
            )}
            <dd>
              <bdi>{answer}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}

export function OrderView({ note, catalogue, products }: { note?: string | null; catalogue?: string | null; products: Product[] }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <Details icon={IconShoppingBag} name={t('kind.order')}>
      <ul className={styles.products}>
        {products.map(({ product, quantity, price, currency }, index) => (
          <li key={index}>
            <bdi>{product}</bdi> × {number.format(quantity)}
            {price && (
              <span className={styles.dim}>
                {' '}
                <bdi>{money(price, currency, i18n.language)}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      {catalogue && <Dim>{t('thread.ofCatalogue', { catalogue })}</Dim>}
      {note && <Words body={note} />}
    </Details>
  )
}

/** As people write money, where the network told an amount and a currency; otherwise as it told them. */
function money(price: string, currency: string | null, language: string) {
  const amount = Number(price)
  const plain = [price, currency].filter(Boolean).join(' ')
  if (Number.isNaN(amount) || !/^[A-Z]{3}$/.test(currency ?? '')) return plain
  return new Intl.NumberFormat(language, { style: 'currency', currency: currency! }).format(amount)
}
