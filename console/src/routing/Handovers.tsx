import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { piece } from '../api/code'
import { queries } from '../api/queries'
import { speak } from '../i18n'
import { usePermissions } from '../session/me'

/** With the words they speak. */
const load = () => Promise.all([import('./HandoverCards'), speak('pages')]).then(([cards]) => cards)
const HandoverCards = piece(load)

/** Shows what goes from hand to hand, wherever one is; it is fetched when there is any. */
export function Handovers() {
  const may = usePermissions()
  const { data } = useQuery({ ...queries.handovers, enabled: may('ANSWER_CONVERSATIONS') })
  return <Suspense>{data && data.items.length > 0 && <HandoverCards handovers={data.items} />}</Suspense>
}
