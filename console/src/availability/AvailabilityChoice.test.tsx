import { MantineProvider, Menu } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Problem } from '../api/problem'
import { queries } from '../api/queries'
import * as routing from '../api/routing'
import type { Me, OwnAvailability, Permission } from '../api/types'
import { AvailabilityChoice } from './AvailabilityChoice'

afterEach(() => vi.restoreAllMocks())

const own = (availability: OwnAvailability['availability']): OwnAvailability => ({ availability, since: '2026-11-28T10:00:00Z', capacity: 30, used: 3 })

function show(permissions: Permission[] = ['ANSWER_CONVERSATIONS']) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(queries.me.queryKey, { user: { id: 'u1' }, permissions } as unknown as Me)
  render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <Menu opened transitionProps={{ duration: 0 }}>
          <Menu.Dropdown>
            <AvailabilityChoice />
          </Menu.Dropdown>
        </Menu>
      </QueryClientProvider>
    </MantineProvider>,
  )
}
// By their words: whatever hangs on a button that is not there has no size, and so no name for readers.
const choice = async (words: string) => (await screen.findByText(words)).closest('[role=menuitemradio]')!
const isChosen = async (name: string) => (await choice(name)).getAttribute('aria-checked') === 'true'

it('shows how one stands and what one holds, and takes another choice once the server has', async () => {
  vi.spyOn(routing, 'getAvailability').mockResolvedValue(own('away'))
  let answer = (_: OwnAvailability) => {}
  const put = vi.spyOn(routing, 'putAvailability').mockReturnValue(new Promise((resolve) => (answer = resolve)))
  show()
  await screen.findByText('You hold 3 of 30')
  expect(await isChosen('Away')).toBe(true)
  fireEvent.click(await choice('Available'))
  await vi.waitFor(() => expect(put.mock.calls[0]?.[0]).toBe('available'))
  expect(await isChosen('Away')).toBe(true)
  answer(own('available'))
  await vi.waitFor(async () => expect(await isChosen('Available')).toBe(true))
})

it('keeps what was when the server does not answer', async () => {
  vi.spyOn(routing, 'getAvailability').mockResolvedValue(own('away'))
  const put = vi.spyOn(routing, 'putAvailability').mockRejectedValue(new Problem(0, {}))
  show()
  await screen.findByText('You hold 3 of 30')
  fireEvent.click(await choice('Busy'))
  await vi.waitFor(() => expect(put).toHaveBeenCalled())
  expect(await isChosen('Away')).toBe(true)
  expect(await isChosen('Busy')).toBe(false)
})

it('says that it does not know how one stands, and offers to ask again', async () => {
  const ask = vi.spyOn(routing, 'getAvailability').mockRejectedValue(new Problem(0, {}))
  show()
  const again = await screen.findByText(/Try again/)
  ask.mockResolvedValue(own('break'))
  fireEvent.click(again)
  await vi.waitFor(async () => expect(await isChosen('On a break')).toBe(true))
})

it('asks nothing of whoever answers nobody', () => {
  const ask = vi.spyOn(routing, 'getAvailability')
  show(['READ_CONVERSATIONS'])
  expect(screen.queryByText('Available')).toBeNull()
  expect(ask).not.toHaveBeenCalled()
})
