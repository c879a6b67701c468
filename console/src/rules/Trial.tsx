import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RuleTrial } from '../api/types'
import { Chip } from '../ui/Chip'
import { Section } from '../ui/Page'
import styles from './Rules.module.css'

type Tried = RuleTrial['conversations'][number]

/** What a rule would have done to the last conversations, and why nothing to the others. */
export function Trial({ trial, conditions }: { trial: RuleTrial; conditions: string[] }) {
  const { t } = useTranslation()
  const why = ({ occasion, failed, before }: Tried) => {
    if (before) return t('rules.tried.before', { name: before.name })
    if (!occasion) return t('rules.tried.noOccasion')
    return failed === null || failed === undefined ? '' : t('rules.tried.failed', { number: failed + 1, condition: conditions[failed] ?? '' })
  }
  const inOrder = trial.conversations.toSorted((a, b) => Number(b.acts) - Number(a.acts))
  return (
    <Section title={t('rules.tried.title')} lead={t('rules.tried.lead')}>
      <p className={styles.sum} role="status">
        {t('rules.tried.sum', { acts: trial.acts, all: trial.conversations.length })}
      </p>
      <ul className={styles.tried} aria-label={t('rules.tried.title')} tabIndex={0}>
        {inOrder.map((one) => (
          <li key={one.conversationId} className={styles.one}>
            <Link className={styles.link} to="/inbox/$view/$conversationId" params={{ view: 'open', conversationId: one.conversationId }} target="_blank">
              <bdi>{one.contact ?? t('contact.unnamed')}</bdi>
            </Link>
            {one.acts ? <Chip tone="done">{t('rules.tried.acts')}</Chip> : <span className={styles.hint}>{why(one)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
