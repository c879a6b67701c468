import { IconAddressBook, IconClipboardCheck, IconHandClick, IconMapPin, IconShoppingBag } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, CardPerson, Place, Product } from '../api/types'
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

export function ChoiceView({ title, description }: { title: string; description?: string | null }) {
  const { t } = useTranslation()
  return (
    <Details icon={IconHandClick} name={t('kind.choice')}>
      <Words body={title} />
      {description && <p className={styles.dim} dir="auto">{description}</p>} {/* prettier-ignore */}
    </Details>
  )
}

/** The map is somebody else's, so nothing is fetched before it is asked for. */
export function PlaceView({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { latitude, longitude, name, address } = place
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
  return (
    <Details icon={IconMapPin} name={t('kind.location')}>
      {name && <Words body={name} />}
      {address && <p className={styles.dim} dir="auto">{address}</p>} {/* prettier-ignore */}
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
          <strong dir="auto">{person.name || t('thread.nameless')}</strong>
          {person.organization && <p className={styles.dim} dir="auto">{person.organization}</p>} {/* prettier-ignore */}
          {[...person.phones, ...person.emails].map((address) => (
            <p key={address}>
              <bdi dir="ltr">{address}</bdi>
            </p>
          ))}
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
            {question && <dt dir="auto">{question}</dt>}
            <dd dir="auto">{answer}</dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}

export function OrderView({ note, products }: { note?: string | null; products: Product[] }) {
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
                <bdi dir="ltr">{[price, currency].filter(Boolean).join(' ')}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      {note && <Words body={note} />}
    </Details>
  )
}
