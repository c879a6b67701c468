import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import type { Me } from '../api/types'
import { lookAtOneself } from './news'

const me = (permissions: string[]) => ({ user: { id: 'u1', name: 'Ann' }, permissions }) as unknown as Me

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
  ask.mockRestore()
})
