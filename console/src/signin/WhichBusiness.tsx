import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../account/Refusal'
import { isProblem } from '../api/problem'
import type { Named } from '../api/types'
import styles from './Gate.module.css'

interface Props {
  businesses: Named[]
  error: Error | null
  going: (business: Named) => boolean
  onChoose: (business: Named) => void
  onBack: () => void
}

/** For whoever works for several businesses with one address and one password. */
export function WhichBusiness({ businesses, error, going, onChoose, onBack }: Props) {
  const { t } = useTranslation()
  return (
    <section className={styles.steps} aria-labelledby="which-business">
      <div role="status">
        <h2 id="which-business" className={styles.subtitle}>
          {t('signIn.whichBusiness')}
        </h2>
      </div>
      <Refusal error={isProblem(error, 'which-business') ? null : error} />
      {businesses.map((business, n) => (
        <Button
          key={business.id}
          variant="default"
          size="sm"
          fullWidth
          autoFocus={n === 0}
          loading={going(business)}
          disabled={businesses.some((other) => other !== business && going(other))}
          onClick={() => onChoose(business)}
        >
          <span dir="auto">{business.name}</span>
        </Button>
      ))}
      <Button variant="subtle" onClick={onBack}>
        {t('signIn.startOver')}
      </Button>
    </section>
  )
}
