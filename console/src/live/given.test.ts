import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import { conversation } from '../api/samples'
import type { Me, Page, User } from '../api/types'
import { receiveGiven } from './given'
import * as notices from './notice'
import type { Router } from './notice'

const GIFT = { kind: 'conversation.assigned', conversationId: 'c1', assigneeId: 'u1', at: '' }

let told: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  vi.spyOn(calls, 'getConversation').mockResolvedValue(conversation())
  told = vi.spyOn(notices, 'notice').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

function desk(pathname: string, search = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData(queries.me.queryKey, { user: { id: 'u1' } } as unknown as Me)
  client.setQueryData(queries.users.queryKey, { items: [{ id: 'u2', name: 'Noa' }], next: null } as unknown as Page<User>)
  const navigate = vi.fn()
  const router = { navigate, state: { location: { pathname, search } } } as unknown as Router
  return { navigate, receives: (news: object) => receiveGiven(client, router, [{ ...GIFT, ...news }]) }
}

it('opens what is given to whoever has nothing open', async () => {
  const { navigate, receives } = desk('/inbox/mine')
  await receives({})
  expect(navigate).toHaveBeenCalledWith(expect.objectContaining({ params: { view: 'mine', conversationId: 'c1' } }))
  expect(told).not.toHaveBeenCalled()
})

it('calls nobody away from another conversation, another page or a search, but tells them', async () => {
  for (const { navigate, receives } of [desk('/inbox/mine/c2'), desk('/settings/profile'), desk('/inbox/open', { q: 'Emma' })]) {
    told.mockClear()
    await receives({})
    expect(navigate).not.toHaveBeenCalled()
    expect(told).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ words: 'A conversation with \u2068Emma\u2069 was given to you.' }))
  }
})

it('calls nobody away from a field they are writing in', async () => {
  const field = document.body.appendChild(document.createElement('input'))
  field.focus()
  const { navigate, receives } = desk('/inbox/mine')
  await receives({})
  expect(navigate).not.toHaveBeenCalled()
  expect(told).toHaveBeenCalledTimes(1)
})

it('names the colleague who gave it', async () => {
  await desk('/settings').receives({ actorId: 'u2' })
  expect(told).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ words: '\u2068Noa\u2069 gave you the conversation with \u2068Emma\u2069.' }))
})

it('tells nothing of what one took oneself, what others were given, and what is open already', async () => {
  for (const [path, news] of [
    ['/settings', { actorId: 'u1' }],
    ['/settings', { assigneeId: 'u3' }],
    ['/inbox/queue/c1', {}],
  ] as const) {
    const { navigate, receives } = desk(path)
    await receives(news)
    expect([navigate.mock.calls.length, told.mock.calls.length]).toEqual([0, 0])
  }
})
