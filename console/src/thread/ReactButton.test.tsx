import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import { message } from '../api/samples'
import type { Message } from '../api/types'
import { ReactButton } from './ReactButton'

const fresh = { at: new Date().toISOString() }

function show(change: Partial<Message>) {
  const client = new QueryClient()
  client.setQueryData(queries.me.queryKey, { permissions: ['ANSWER_CONVERSATIONS'] } as never)
  render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <ReactButton conversationId="c1" message={message({ ...fresh, ...change }).message} />
      </QueryClientProvider>
    </MantineProvider>,
  )
}

/** Without a layout nothing tells that what popped up is in sight. */
const picked = (name: string) => screen.findByRole('button', { name, hidden: true })

afterEach(() => void vi.restoreAllMocks())

it('puts one of the usual signs, or any other, under a message', async () => {
  const reply = vi.spyOn(calls, 'reply').mockResolvedValue(message().message)
  show({})
  await userEvent.click(screen.getByRole('button', { name: 'React to this message' }))
  await userEvent.click(await picked('👍'))
  await waitFor(() => expect(reply).toHaveBeenCalledWith('c1', expect.any(String), { type: 'reaction', emoji: '👍' }, 'm1'))
})

it('takes the sign away that stands there', async () => {
  const reply = vi.spyOn(calls, 'reply').mockResolvedValue(message().message)
  show({ ownReaction: { emoji: '👍', failure: null } })
  await userEvent.click(screen.getByRole('button', { name: 'React to this message' }))
  await userEvent.click(await picked('Take the reaction away'))
  await waitFor(() => expect(reply).toHaveBeenCalledWith('c1', expect.any(String), { type: 'reaction', emoji: undefined }, 'm1'))
})

it('offers nothing under our own messages and under old ones', () => {
  show({ direction: 'outbound' })
  show({ at: '2020-01-01T00:00:00Z' })
  expect(screen.queryByRole('button')).toBeNull()
})
