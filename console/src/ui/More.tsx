import { Box, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Missing } from './Missing'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: Error | null
  fetchNextPage: () => Promise<unknown>
}

/** The way to what is older or, where that did not come, why. */
export function More({ of, children }: { of: Pages; children: ReactNode }) {
  const fetch = () => void of.fetchNextPage()
  if (!of.hasNextPage) return null
  if (of.isFetchNextPageError && !of.isFetchingNextPage)
    return (
      <Box mt="md">
        <Missing error={of.error!} onRetry={fetch} />
      </Box>
    )
  return (
    <Button mt="md" variant="default" loading={of.isFetchingNextPage} onClick={fetch}>
      {children}
    </Button>
  )
}
