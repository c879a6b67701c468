import type { ReactNode } from 'react'
import styles from './Rows.module.css'

/** Things of one kind, one below the other, each with what is known of it and what can be done to it. */
export const Rows = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={styles.rows} aria-label={label}>
    {children}
  </ul>
)

interface Props {
  icon?: ReactNode
  name: ReactNode
  chips?: ReactNode
  /** In the order of their weight; empty ones are left out. */
  facts?: ReactNode[]
  children?: ReactNode
}

export function Row({ icon, name, chips, facts = [], children }: Props) {
  return (
    <li className={styles.row}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <div className={styles.words}>
        <div className={styles.first}>
          <span className={styles.name}>{name}</span>
          {chips}
        </div>
        {facts.some(Boolean) && (
          <div className={styles.facts}>
            {facts.filter(Boolean).map((fact, index) => (
              <span key={index}>{fact}</span>
            ))}
          </div>
        )}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </li>
  )
}
