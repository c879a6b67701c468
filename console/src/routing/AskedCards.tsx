import type { Handover, Offer } from '../api/types'
import HandoverCards from './HandoverCards'
import styles from './HandoverCards.module.css'
import OfferCards from './OfferCards'

/** All that waits for somebody's yes or no, one above the other. */
export default function AskedCards({ offers, handovers }: { offers: Offer[]; handovers: Handover[] }) {
  return (
    <div className={styles.cards}>
      <OfferCards offers={offers} />
      <HandoverCards handovers={handovers} />
    </div>
  )
}
