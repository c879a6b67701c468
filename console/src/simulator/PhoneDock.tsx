import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/me'
import { prefer, usePreferences } from '../ui/preferences'
import { Resizer } from '../ui/Resizer'
import styles from './PhoneDock.module.css'

/** The simulated phone beside the console, so that both sides of a conversation are seen at once. */
export function PhoneDock() {
  const { t, i18n } = useTranslation()
  const { simulator } = useMe()
  const { phone, dockWidth } = usePreferences()
  if (!simulator || !phone) return null
  return (
    <>
      <span className={styles.edge}>
        <Resizer
          label={t('simulator.resize')}
          width={dockWidth}
          min={320}
          max={560}
          grows="end"
          onResize={(width) => prefer({ dockWidth: width })}
        />
      </span>
      <aside className={styles.dock} style={{ '--dock-width': `${dockWidth}px` } as CSSProperties} aria-label={t('simulator.title')}>
        <header className={styles.head}>
          <div>
            <h2 className={styles.title}>{t('simulator.title')}</h2>
            <p className={styles.lead}>{t('simulator.lead')}</p>
          </div>
          <ActionIcon variant="subtle" color="gray" aria-label={t('simulator.close')} onClick={() => prefer({ phone: false })}>
            <IconX />
          </ActionIcon>
        </header>
        <iframe className={styles.phone} src={`${simulator}/phone?lang=${i18n.language}`} allow="microphone" title={t('simulator.title')} />
      </aside>
    </>
  )
}
