import { Outlet, useParams } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { prefer, usePreferences } from '../ui/preferences'
import { Resizer } from '../ui/Resizer'
import { ConversationList } from './ConversationList'
import styles from './Inbox.module.css'
import { SearchBar } from './SearchBar'
import { ViewTabs } from './ViewTabs'

export function Inbox() {
  const { t } = useTranslation()
  const { listWidth } = usePreferences()
  const { conversationId } = useParams({ strict: false })
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
