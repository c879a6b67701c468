import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { piece } from '../api/code'
import { queries } from '../api/queries'
import { speak } from '../i18n'
import { usePermissions } from '../session/me'

/** With the words they speak. */
const load = () => Promise.all([import('./AskedCards'), speak('pages')]).then(([cards]) => cards)
const AskedCards = piece(load)

/** Shows what one is asked, and what goes from hand to hand, wherever one is; it is fetched when there is any. */
export function Asked() {
  const enabled = usePermissions()('ANSWER_CONVERSATIONS')
  const handovers = useQuery({ ...queries.handovers, enabled }).data?.items ?? []
  const offers = useQuery({ ...queries.offers, enabled }).data?.items ?? []
  return <Suspense>{handovers.length + offers.length > 0 && <AskedCards offers={offers} handovers={handovers} />}</Suspense>
}
