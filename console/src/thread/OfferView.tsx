import { IconAddressBook, IconExternalLink, IconForms, IconList, IconMapPin, IconShoppingBag } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileView, MediaContent, OfferContent } from '../api/types'
import { MediaView } from './MediaView'
import styles from './OfferView.module.css'
import { Words } from './Words'

type Offer = OfferContent['details']['offer']

/** A file is told in whole, wherever it stands. */
const mediaOf = (type: string, media: object) => ({ type: type as MediaContent['type'], media: media as FileView })

/** Something to be tapped as its reader sees it: nothing happens where nobody is asked. */
export function OfferView({ content: { type, body, details } }: { content: OfferContent }) {
  const { header, footer } = details.offer
  return (
    <div className={styles.offer}>
      {header?.text && (
        <p className={styles.header} dir="auto">
          {header.text}
        </p>
      )}
      {header?.media && <MediaView content={mediaOf(header.type, header.media)} />}
      {body && <Words body={body} />}
      {footer && (
        <p className={styles.footer} dir="auto">
          {footer}
        </p>
      )}
      <Choices type={type} offer={details.offer} />
    </div>
  )
}

function Choices({ type, offer }: { type: OfferContent['type']; offer: Offer }) {
  const { t } = useTranslation()
  const { buttons, list, link, flow, cards, products } = offer
  switch (type) {
    case 'menu':
      return list ? (
        <ListView list={list} />
      ) : (
        <ul className={styles.choices} aria-label={t('thread.choices')}>
          {buttons?.map(({ title }, index) => <Choice key={index}>{title}</Choice>)}
        </ul>
      )
    case 'link':
      return <One>{link && <LinkTo button={link.button} url={link.url} />}</One>
    case 'location-request':
      return <One icon={IconMapPin}>{t('thread.sendPlace')}</One>
    case 'contact-request':
      return <One icon={IconAddressBook}>{t('thread.sendNumber')}</One>
    case 'flow':
      return <One icon={IconForms}>{flow?.button}</One>
    case 'catalog':
      return <One icon={IconShoppingBag}>{t('thread.viewCatalog')}</One>
    case 'carousel':
      return cards ? <Cards cards={cards} /> : <ProductsView products={products} />
    case 'product':
    case 'product-list':
      return <ProductsView products={products} />
  }
}

function Choice({ icon: Icon, children }: { icon?: ComponentType; children: ReactNode }) {
  return (
    <li className={styles.choice}>
      {Icon && <Icon aria-hidden />}
      <bdi>{children}</bdi>
    </li>
  )
}

function One(props: { icon?: ComponentType; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.choices} aria-label={t('thread.choices')}>
      <Choice {...props} />
    </ul>
  )
}

/** Only web addresses open; the server lets no other out. */
function LinkTo({ button, url }: { button?: string | null; url?: string | null }) {
  const { t } = useTranslation()
  if (!/^https?:\/\//i.test(url ?? '')) return button
  return (
    <a href={url!} target="_blank" rel="noopener noreferrer nofollow" title={t('thread.link')}>
      {button}
      <IconExternalLink aria-hidden />
    </a>
  )
}

function ListView({ list: { button, sections } }: { list: NonNullable<Offer['list']> }) {
  return (
    <details className={styles.list}>
      <summary className={styles.choice}>
        <IconList aria-hidden />
        <bdi>{button}</bdi>
      </summary>
      {sections?.map(({ title, rows }, index) => (
        <section key={index}>
          {title && (
            <p className={styles.section} dir="auto">
              {title}
            </p>
          )}
          <ul className={styles.rows}>
            {rows?.map((row, line) => (
              <li key={line}>
                <span dir="auto">{row.title}</span>
                {row.description && (
                  <small className={styles.footer} dir="auto">
                    {row.description}
                  </small>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}

function Cards({ cards }: { cards: NonNullable<Offer['cards']> }) {
  return (
    <ul className={styles.cards}>
      {cards.map(({ type, media, body, link }, index) => (
        <li key={index} className={styles.card}>
          <MediaView content={mediaOf(type, media)} />
          {body && <Words body={body} />}
          <One>
            <LinkTo button={link.button} url={link.url} />
          </One>
        </li>
      ))}
    </ul>
  )
}

function ProductsView({ products }: { products: Offer['products'] }) {
  return products?.sections?.map(({ title, products: all }, index) => (
    <section key={index}>
      {title && (
        <p className={styles.section} dir="auto">
          {title}
        </p>
      )}
      <ul className={styles.choices}>
        {all?.map((product) => (
          <Choice key={product} icon={IconShoppingBag}>
            {product}
          </Choice>
        ))}
      </ul>
    </section>
  ))
}
