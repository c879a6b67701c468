import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { endingQueries } from '../api/ending'
import { usePermissions } from '../session/me'
import { useStore } from '../ui/store'
import { wordedPiece } from '../ui/wordedPiece'
import { choosing } from './choosing'

const DispositionDialog = wordedPiece(() => import('./DispositionDialog'))
const WrapUpBar = wordedPiece(() => import('./WrapUpBar'))

/** What is left to do after conversations, wherever one is; fetched when there is any. */
export function WrapUps() {
  const may = usePermissions()
  const { data } = useQuery({ ...endingQueries.wrapUps, enabled: may('ANSWER_CONVERSATIONS') })
  return <Suspense>{data && data.items.length > 0 && <WrapUpBar wrapUps={data.items} />}</Suspense>
}

/** Asks why a conversation ends, once somebody has to say. */
export function Reasons() {
  const everAsked = useStore(choosing) !== undefined
  return <Suspense>{everAsked && <DispositionDialog />}</Suspense>
}
