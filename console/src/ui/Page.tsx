import type { ReactNode } from 'react'
import styles from './Page.module.css'

/** A page beside the inbox: a title, a sentence, and room to scroll. */
export function Page({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={title}>
      <div className={styles.page}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </div>
  )
}

export const Card = ({ children }: { children: ReactNode }) => <div className={styles.card}>{children}</div>
