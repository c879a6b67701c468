import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Demand } from '../api/types'
import { usePermissions } from '../session/me'
import { DemandForm } from './DemandForm'
import styles from './Why.module.css'

/** How urgent it is and what it asks for, in words, with a way to change it. */
export function DemandReasons({ conversationId, demand }: { conversationId: string; demand: Demand }) {
  const { t, i18n } = useTranslation()
  const may = usePermissions()
  const [changing, setChanging] = useState<boolean>()
  const named = (skills: Demand['required']) =>
    new Intl.ListFormat(i18n.language).format(skills.map(({ name, level }) => t('skills.named', { name, level })))
  const { priority, required, preferred } = demand
  if (changing) return <DemandForm conversationId={conversationId} demand={demand} onClose={() => setChanging(false)} />
  return (
    <>
      {priority !== 'normal' && <p className={styles.line}>{t(`skills.isPriority.${priority}`)}</p>}
      {required.length > 0 && <p className={styles.line}>{t('skills.requires', { skills: named(required) })}</p>}
      {preferred.length > 0 && <p className={styles.line}>{t('skills.prefers', { skills: named(preferred) })}</p>}
      {may('ANSWER_CONVERSATIONS') && (
        // Whoever comes back from changing it is where they left, so that Escape closes this and not the conversation.
        <Button autoFocus={changing === false} className={styles.change} variant="subtle" onClick={() => setChanging(true)}>
          {t('skills.change')}
        </Button>
      )}
    </>
  )
}
