import { IconFileText, IconMapPin, IconPhoto, IconVideo } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateLayout } from '../api/types'
import { TemplateCards, TemplateSide } from '../thread/TemplateView'
import { sidesOf, type Side, type Values } from './filling'
import styles from './TemplatePreview.module.css'

const ICONS: Record<string, ComponentType> = { image: IconPhoto, video: IconVideo, document: IconFileText, location: IconMapPin }

interface Props {
  layout: TemplateLayout
  values: Values
  /** The names of chosen files by their ids, and pictures of those that are some. */
  files?: Record<string, ChosenFile | undefined>
}

export interface ChosenFile {
  name: string
  picture?: string
}

/** A template as WhatsApp will show it, with what is filled in so far. */
export function TemplatePreview({ layout, values, files = {} }: Props) {
  const { t } = useTranslation()
  const [side, ...cards] = sidesOf(layout, values)
  return (
    <section className={styles.chat} aria-label={t('template.preview')}>
      <div className={styles.bubble}>
        {side && <Shown side={side} files={files} />}
        {!side?.body && <p className={styles.nothing}>{t('template.nothingYet')}</p>}
        <TemplateCards>
          {cards.map((card, index) => (
            <Shown key={index} side={card} files={files} />
          ))}
        </TemplateCards>
      </div>
    </section>
  )
}

function Shown({ side, files }: { side: Side; files: NonNullable<Props['files']> }) {
  const isTop = side.header && side.header !== 'text'
  return <TemplateSide {...side} top={isTop && <Top side={side} file={side.file ? files[side.file] : undefined} />} />
}

function Top({ side: { header, place }, file }: { side: Side; file?: ChosenFile }) {
  const { t, i18n } = useTranslation()
  const Icon = ICONS[header ?? ''] ?? IconFileText
  const kind = `kind.${header}`
  const words = file?.name ?? [place?.name, place?.address].filter(Boolean).join(', ')
  if (file?.picture) return <img className={styles.picture} src={file.picture} alt={file.name} />
  return (
    <div className={styles.file}>
      <Icon aria-hidden />
      <bdi>{words || t(i18n.exists(kind) ? (kind as 'kind.image') : 'kind.document')}</bdi>
    </div>
  )
}
