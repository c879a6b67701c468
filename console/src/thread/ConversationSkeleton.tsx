import styles from './Conversation.module.css'
import { HeadSkeleton } from './HeadSkeleton'
import { ThreadSkeleton } from './ThreadSkeleton'

export function ConversationSkeleton() {
  return (
    <div className={styles.panes}>
      <div className={styles.thread}>
        <HeadSkeleton />
        <ThreadSkeleton />
      </div>
    </div>
  )
}
