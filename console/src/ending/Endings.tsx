import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { piece } from '../api/code'
import { endingQueries } from '../api/ending'
import { speak } from '../i18n'
import { usePermissions } from '../session/me'
import { useStore } from '../ui/store'
import { choosing } from './choosing'

const DispositionDialog = piece(() => Promise.all([import('./DispositionDialog'), speak('pages')]).then(([dialog]) => dialog))
const WrapUpBar = piece(() => Promise.all([import('./WrapUpBar'), speak('pages')]).then(([bar]) => bar))

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
