import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import steps from '../account/Steps.module.css'
import { queries } from '../api/queries'
import type { NumberNews } from '../api/types'
import type { channels as english } from '../i18n/en/pages/channels'
import { useMomentWords } from '../ui/Time'
import styles from './StepList.module.css'

/** What Meta has told of a number and its account, the latest first, with what to do about it. */
export function NewsList({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(queries.news(id))
  if (!data || data.items.length === 0) return null
  return (
    <section aria-label={t('channels.news.title')}>
      <p className={steps.text}>{t('channels.news.title')}</p>
      <ul className={styles.steps}>
        {data.items.map((told) => (
          <Told key={`${told.field} ${told.event}`} told={told} />
        ))}
      </ul>
    </section>
  )
}

function Told({ told: { field, event, details, at } }: { told: NumberNews }) {
  const { t } = useTranslation()
  const momentWords = useMomentWords()
  const words = useMetaWords()
  const matter = matterOf(field)
  return (
    <li className={styles.step}>
      <div>
        <p className={styles.name}>
          {t(`channels.news.${matter}`)}: <bdi title={event}>{words.event(event)}</bdi>
        </p>
        {Object.entries(details).map(([name, told]) => (
          <p key={name} className={styles.help}>
            <bdi title={name}>{words.detail(name)}</bdi>: <bdi>{told}</bdi>
          </p>
        ))}
        <p className={styles.help}>{t(`channels.newsHelp.${matter}`)}</p>
        <p className={styles.help}>{t('channels.news.told', { time: momentWords(at) })}</p>
      </div>
    </li>
  )
}

type Event = keyof typeof english.newsEvent
type Detail = keyof typeof english.newsDetail

/** Meta's words in ours; of what Meta comes up with next, its own. */
function useMetaWords() {
  const { t, i18n } = useTranslation()
  const isEvent = (word: string): word is Event => i18n.exists(`channels.newsEvent.${word}`)
  const isDetail = (word: string): word is Detail => i18n.exists(`channels.newsDetail.${word}`)
  return {
    event: (word: string) => (isEvent(word) ? t(`channels.newsEvent.${word}`) : word),
    detail: (word: string) => (isDetail(word) ? t(`channels.newsDetail.${word}`) : word),
  }
}

const MATTERS = ['account_update', 'account_alerts', 'account_review_update', 'business_capability_update', 'errors', 'phone_number_quality_update', 'phone_number_name_update', 'security', 'history'] as const
const matterOf = (field: string) => MATTERS.find((one) => one === field) ?? 'other'
