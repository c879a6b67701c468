import type { ReactNode } from 'react'
import styles from './Empty.module.css'

/** Says that there is nothing here, and in one sentence what to do next. */
export function Empty({ icon, title, hint, action, alert }: { icon: ReactNode; title: string; hint?: ReactNode; action?: ReactNode; alert?: boolean }) {
  return (
    <div className={styles.empty} role={alert ? 'alert' : undefined}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <p className={styles.title}>{title}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
      {action}
    </div>
  )
}
