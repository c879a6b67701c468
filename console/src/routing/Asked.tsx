import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { queries } from '../api/queries'
import { usePermissions } from '../session/me'
import { wordedPiece } from '../ui/wordedPiece'

const AskedCards = wordedPiece(() => import('./AskedCards'))

/** Shows what one is asked, and what goes from hand to hand, wherever one is; it is fetched when there is any. */
export function Asked() {
  const enabled = usePermissions()('ANSWER_CONVERSATIONS')
  const handovers = useQuery({ ...queries.handovers, enabled }).data?.items ?? []
  const offers = useQuery({ ...queries.offers, enabled }).data?.items ?? []
  return <Suspense>{handovers.length + offers.length > 0 && <AskedCards offers={offers} handovers={handovers} />}</Suspense>
}
