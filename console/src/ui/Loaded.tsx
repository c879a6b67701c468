import type { ReactNode } from 'react'
import { LinesSkeleton } from './LinesSkeleton'
import { Trouble } from './Trouble'

interface Question<Data> {
  data: Data | undefined
  error: Error | null
  refetch: () => Promise<unknown>
}

/** What was asked for, once it is here; until then that it is on its way, or why it does not come. */
export function Loaded<Data>({ of, children }: { of: Question<Data>; children: (data: Data) => ReactNode }) {
  if (of.data !== undefined) return children(of.data)
  return of.error ? <Trouble error={of.error} onRetry={() => void of.refetch()} /> : <LinesSkeleton />
}
