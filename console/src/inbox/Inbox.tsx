import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { prefer, usePreferences } from '../ui/preferences'
import { Resizer } from '../ui/Resizer'
import { ConversationList } from './ConversationList'
import styles from './Inbox.module.css'
import { SearchBar } from './SearchBar'
import { ViewTabs } from './ViewTabs'

/** What opened conversations need; fetched while the list is read, so that it is there when the connection is not. */
const ahead = [
  () => import('../thread/Conversation'),
  () => import('../contact/ContactPanel'),
  () => import('../thread/AssignMenu'),
  () => import('../routing/TransferDialog'),
  () => import('../thread/PictureViewer'),
  () => import('../keys/KeysOverlay'),
  () => import('../palette/Palette'),
  () => import('../canned/CannedPicker'),
  () => import('../ui/QuestionDialog'),
]
const fetchAhead = () => ahead.forEach((load) => void load().catch(() => {}))

export function Inbox() {
  const { t } = useTranslation()
  const { listWidth } = usePreferences()
  const { conversationId } = useParams({ strict: false })
  useEffect(fetchAhead, [])
  return (
    <div className={styles.inbox} data-deep={conversationId !== undefined || undefined}>
      <section className={styles.list} style={{ '--list-width': `${listWidth}px` } as CSSProperties} aria-label={t('inbox.list')}>
        <ViewTabs />
        <SearchBar />
        <ConversationList />
      </section>
      <span className={styles.edge}>
        <Resizer
          label={t('pane.list')}
          width={listWidth}
          min={280}
          max={520}
          grows="start"
          onResize={(width) => prefer({ listWidth: width })}
        />
      </span>
      <div className={styles.conversation}>
        <Outlet />
      </div>
    </div>
  )
}
