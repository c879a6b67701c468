import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Content } from '../api/types'
import styles from './ContentView.module.css'
import { MediaView } from './MediaView'
import { useKindWords } from './useKindWords'
import { Words } from './Words'

export function ContentView({ content }: { content: Content }) {
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
    default:
      return <NotShown kind={content.kind} />
  }
}

function NotShown({ kind }: { kind: string }) {
  const { t } = useTranslation()
  const kindWords = useKindWords()
  return (
    <span className={styles.notShown} title={t('thread.seeOnPhone')}>
      <IconEyeOff aria-hidden />
      {t('thread.notShown', { kind: kindWords(kind) })}
    </span>
  )
}
