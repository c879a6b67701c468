import { MantineProvider, Menu } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Problem } from '../api/problem'
import { attendanceQueries } from '../api/attendance'
import { queries } from '../api/queries'
import * as attendance from '../api/attendance'
import type { Me, OwnAvailability, Permission } from '../api/types'
import { AvailabilityChoice } from './AvailabilityChoice'

afterEach(() => vi.restoreAllMocks())

const MEAL = { id: 'r1', english: 'Meal', hebrew: 'ארוחה' }
const own = (availability: OwnAvailability['availability']): OwnAvailability => ({ availability, reason: null, automatic: false, since: '2026-11-28T10:00:00Z', capacity: 30, used: 3 })

function show(permissions: Permission[] = ['ANSWER_CONVERSATIONS']) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  client.setQueryData(attendanceQueries.reasons.queryKey, { items: [MEAL], next: null })
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
  vi.spyOn(attendance, 'getAvailability').mockResolvedValue(own('away'))
  let answer = (_: OwnAvailability) => {}
  const put = vi.spyOn(attendance, 'putAvailability').mockReturnValue(new Promise((resolve) => (answer = resolve)))
  show()
  await screen.findByText('You hold 3 of 30')
  expect(await isChosen('Away')).toBe(true)
  fireEvent.click(await choice('Available'))
  await vi.waitFor(() => expect(put.mock.calls[0]?.[0]).toEqual({ availability: 'available' }))
  expect(await isChosen('Away')).toBe(true)
  answer(own('available'))
  await vi.waitFor(async () => expect(await isChosen('Available')).toBe(true))
})

it('asks for what somebody goes on a break, and says it with the break', async () => {
  vi.spyOn(attendance, 'getAvailability').mockResolvedValue(own('busy'))
  const put = vi.spyOn(attendance, 'putAvailability').mockResolvedValue({ ...own('break'), reason: MEAL })
  show()
  await screen.findByText('You hold 3 of 30')
  expect(screen.queryByText('Meal')).toBeNull()
  fireEvent.click(await choice('On a break'))
  expect(put).not.toHaveBeenCalled()
  fireEvent.click(await choice('Meal'))
  await vi.waitFor(() => expect(put.mock.calls[0]?.[0]).toEqual({ availability: 'break', reasonId: 'r1' }))
  await vi.waitFor(async () => expect(await isChosen('Meal')).toBe(true))
  expect(await isChosen('No particular reason')).toBe(false)
})

it('keeps what was when the server does not answer', async () => {
  vi.spyOn(attendance, 'getAvailability').mockResolvedValue(own('away'))
  const put = vi.spyOn(attendance, 'putAvailability').mockRejectedValue(new Problem(0, {}))
  show()
  await screen.findByText('You hold 3 of 30')
  fireEvent.click(await choice('Busy'))
  await vi.waitFor(() => expect(put).toHaveBeenCalled())
  expect(await isChosen('Away')).toBe(true)
  expect(await isChosen('Busy')).toBe(false)
})

it('says that it does not know how one stands, and offers to ask again', async () => {
  const ask = vi.spyOn(attendance, 'getAvailability').mockRejectedValue(new Problem(0, {}))
  show()
  const again = await screen.findByText(/Try again/)
  ask.mockResolvedValue(own('break'))
  fireEvent.click(again)
  await vi.waitFor(async () => expect(await isChosen('On a break')).toBe(true))
})

it('asks nothing of whoever answers nobody', () => {
  const ask = vi.spyOn(attendance, 'getAvailability')
  show(['READ_CONVERSATIONS'])
  expect(screen.queryByText('Available')).toBeNull()
  expect(ask).not.toHaveBeenCalled()
})
