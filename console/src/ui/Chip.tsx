import type { ReactNode } from 'react'
import styles from './Chip.module.css'

export type Tone = 'plain' | 'accent' | 'waiting' | 'risk' | 'done'

export function Chip({ tone = 'plain', icon, title, children }: { tone?: Tone; icon?: ReactNode; title?: string; children: ReactNode }) {
  return (
    <span className={styles.chip} data-tone={tone} title={title}>
      {icon}
      <span className={styles.words}>{children}</span>
    </span>
  )
}
