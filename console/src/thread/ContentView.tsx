import { IconEyeOff, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Content } from '../api/types'
import styles from './ContentView.module.css'
import { CallView, ChoiceView, FormView, OrderView, PeopleView, PlaceView } from './DetailsView'
import { MediaView } from './MediaView'
import { OfferView } from './OfferView'
import { TemplateView } from './TemplateView'
import { useKindWords } from './useKindWords'
import { Words } from './Words'

export function ContentView({ content, outbound }: { content: Content; outbound?: boolean }) {
  switch (content.type) {
    case 'text':
      return <Words body={content.body} />
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
    case 'sticker':
      return (
        <>
          <MediaView content={content} />
          {content.caption && <Words body={content.caption} />}
        </>
      )
    case 'choice':
      return <ChoiceView title={content.body} description={content.caption} />
    case 'location':
      return <PlaceView place={content.details.place} />
    case 'contacts':
      return <PeopleView people={content.details.people} />
    case 'form':
      return <FormView title={content.body} answers={content.details.answers} />
    case 'order':
      return <OrderView note={content.body} catalogue={content.details.catalogue} products={content.details.products} />
    case 'menu':
    case 'link':
    case 'location-request':
    case 'contact-request':
    case 'flow':
    case 'carousel':
    case 'product':
    case 'product-list':
    case 'catalog':
      return <OfferView content={content} />
    case 'call':
      return <CallView call={content.details.call} outbound={outbound} />
    case 'reaction':
      return <Words body={content.body ?? ''} />
    case 'template':
      return <TemplateView template={content.template} />
    case 'revoked':
      return <Revoked outbound={outbound} />
    default:
      return <NotShown kind={content.kind} />
  }
}

function Revoked({ outbound }: { outbound?: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={styles.notShown}>
      <IconTrash aria-hidden />
      {outbound ? t('thread.revokedOnPhone') : t('thread.revoked')}
    </span>
  )
}

function NotShown({ kind }: { kind: string }) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  return (
    <span className={styles.notShown} title={t('thread.seeOnPhone')}>
      <IconEyeOff aria-hidden />
      {kind === 'unsupported' ? t('thread.notGiven') : t('thread.notShown', { kind: kindWords(kind) })}
    </span>
  )
}
