import {
  IconArrowBackUp,
  IconCopy,
  IconExternalLink,
  IconForms,
  IconHandClick,
  IconPhone,
} from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileView, MediaContent, TemplateBubble } from '../api/types'
import { PlaceView } from './DetailsView'
import { MediaView } from './MediaView'
import styles from './TemplateView.module.css'
import { Words } from './Words'

const ICONS: Record<string, ComponentType> = {
  'quick-reply': IconArrowBackUp,
  url: IconExternalLink,
  phone: IconPhone,
  'copy-code': IconCopy,
  'one-time-code': IconCopy,
  flow: IconForms,
}

interface SideProps {
  /** What stands above the text, where that is no text. */
  top?: ReactNode
  title?: string | null
  body?: string | null
  footer?: string | null
  buttons: { type: string; label: string; opens?: string | null }[]
}

/** What somebody sees of a template, or of one card of it, as WhatsApp shows it. */
export function TemplateSide({ top, title, body, footer, buttons }: SideProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.side}>
      {top}
      {title && (
        <p className={styles.title} dir="auto">
          {title}
        </p>
      )}
      {body && <Words body={body} />}
      {footer && (
        <p className={styles.footer} dir="auto">
          {footer}
        </p>
      )}
      {buttons.length > 0 && (
        <ul className={styles.buttons} aria-label={t('template.buttons')}>
          {buttons.map(({ type, label, opens }, index) => {
            const Icon = ICONS[type] ?? IconHandClick
            return (
              <li key={index} className={styles.button} title={opens ?? undefined}>
                <Icon aria-hidden />
                <bdi>{label || t('template.copyCode')}</bdi>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** The cards of a carousel, side by side. */
export function TemplateCards({ children }: { children: ReactNode[] }) {
  const { t } = useTranslation()
  if (children.length === 0) return null
  return (
    <ul className={styles.cards} aria-label={t('template.cards')} tabIndex={0}>
      {children.map((card, index) => (
        <li key={index} className={styles.card}>
          {card}
        </li>
      ))}
    </ul>
  )
}

/** A template as it was sent. */
export function TemplateView({ template }: { template: TemplateBubble }) {
  return (
    <>
      <Sent side={template.face} />
      <TemplateCards>
        {template.cards.map((card, index) => (
          <Sent key={index} side={card} />
        ))}
      </TemplateCards>
    </>
  )
}

function Sent({ side: { media, place, ...side } }: { side: TemplateBubble['face'] }) {
  const top = media ? <MediaView content={contentOf(media)} /> : place && <PlaceView place={place} />
  return <TemplateSide top={top} {...side} />
}

/** A file in a header is shown as what it is. */
function contentOf(media: FileView): MediaContent {
  const kind = media.mimeType.split('/')[0]
  return { type: kind === 'image' || kind === 'video' ? kind : 'document', media }
}
