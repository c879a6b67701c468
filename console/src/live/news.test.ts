import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import { conversation, message } from '../api/samples'
import type { Me, Page, TimelineItem } from '../api/types'
import { digest, lookAtOneself } from './news'

const me = (permissions: string[]) => ({ user: { id: 'u1', name: 'Ann' }, permissions }) as unknown as Me

afterEach(() => vi.restoreAllMocks())

it('asks for everything again only when something of oneself has changed', async () => {
  const client = new QueryClient()
  const ask = vi.spyOn(calls, 'getMe').mockImplementation(() => Promise.resolve(me(['READ_CONVERSATIONS'])))
  client.setQueryData(queries.me.queryKey, me(['READ_CONVERSATIONS']))
  client.setQueryData(queries.counts.queryKey, {} as never)
  const isOld = () => client.getQueryState(queries.counts.queryKey)?.isInvalidated
  await lookAtOneself(client)
  expect(isOld()).toBe(false)
  ask.mockImplementation(() => Promise.resolve(me([])))
  await lookAtOneself(client)
  expect(isOld()).toBe(true)
})

it('shows a file that came while its message was still on the way', async () => {
  const client = new QueryClient()
  const { queryKey } = queries.timeline('c1')
  client.setQueryData(queryKey, { pages: [{ items: [], next: null }], pageParams: [null] })
  let answer = (_: Page<TimelineItem>) => {}
  const ask = vi.spyOn(calls, 'getTimeline').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  vi.spyOn(calls, 'getConversation').mockResolvedValue(conversation())
  const received = digest(client, [{ kind: 'conversation.message-received', conversationId: 'c1', at: '' }])
  const ready = digest(client, [{ kind: 'media.ready', mediaId: 'f1', at: '' }])
  const content = { type: 'image', caption: null, media: { id: 'f1', state: 'pending' } } as never
  await vi.waitFor(() => expect(ask).toHaveBeenCalled())
  answer({ items: [message({ content })], next: null })
  await Promise.all([received, ready])
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true)
})
