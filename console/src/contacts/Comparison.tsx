import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../api/types'
import { Chip } from '../ui/Chip'
import { useMomentWords } from '../ui/Time'
import styles from './Contacts.module.css'
import { useName } from './useName'

/** Two contacts beside each other, line by line. */
export function Comparison({ one, two, kept }: { one: ContactCard; two: ContactCard; kept: string }) {
  const { t, i18n } = useTranslation()
  const countries = new Intl.DisplayNames(i18n.language, { type: 'region' })
  const moment = useMomentWords()
  const call = useName()
  const none = t('contact.none')
  const phones = ({ identities }: ContactCard, inUse: boolean) =>
    identities.flatMap(({ kind, value, until }) => (kind === 'phone' && !until === inUse ? value : [])).join(', ')
  const lines: [string, (card: ContactCard) => string][] = [
    [t('contacts.kind.phone'), (card) => phones(card, true)],
    [t('contacts.earlier'), (card) => phones(card, false)],
    [t('contacts.username'), ({ username }) => username ?? ''],
    [t('contacts.country'), ({ country }) => (country && countries.of(country)) ?? ''],
    [t('contacts.labels'), ({ labels }) => labels.join(', ')],
    [t('contacts.firstSeen'), ({ firstSeenAt }) => moment(firstSeenAt)],
    [t('contacts.seen'), ({ lastSeenAt }) => moment(lastSeenAt)],
  ]
  return (
    <table className={styles.comparison}>
      <thead>
        <tr>
          <td />
          {[one, two].map((card) => (
            <th key={card.id} scope="col">
              <bdi>{call(card)}</bdi> {card.id === kept && <Chip tone="accent">{t('contacts.stays')}</Chip>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[one, two].map((card) => (
              <td key={card.id}>
                <bdi>{of(card) || none}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
