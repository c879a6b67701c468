import type { ReactNode } from 'react'
import styles from './Page.module.css'

interface Props {
  title: string
  lead?: string
  /** The one thing somebody most often comes here to do. */
  action?: ReactNode
  children: ReactNode
}

/** A page beside the inbox: a title, a sentence, and room to scroll. */
export function Page({ title, lead, action, children }: Props) {
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={title}>
      <div className={styles.page}>
        <Head level="h1" title={title} lead={lead} action={action} />
        {children}
      </div>
    </div>
  )
}

/** One of several subjects of a page. */
export function Section({ title, lead, action, children }: Props) {
  return (
    <section className={styles.section}>
      <Head level="h2" title={title} lead={lead} action={action} />
      <Card>{children}</Card>
    </section>
  )
}

function Head({ level: Level, title, lead, action }: Omit<Props, 'children'> & { level: 'h1' | 'h2' }) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <Level className={styles.title}>{title}</Level>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {action}
    </header>
  )
}

export const Card = ({ children }: { children: ReactNode }) => <div className={styles.card}>{children}</div>

/** What stands in a card with room around it. */
export const Padded = ({ children }: { children: ReactNode }) => <div className={styles.padded}>{children}</div>
