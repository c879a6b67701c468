import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { askAnew, putConversation, refreshConversation } from './cache'
import * as calls from './calls'
import { Problem } from './problem'
import { queries } from './queries'
import { conversation } from './samples'
import type { Conversation, Page } from './types'

function promised<Value>() {
  let keep = (_: Value) => {}
  const promise = new Promise<Value>((resolve) => (keep = resolve))
  return { promise, keep: (value: Value) => keep(value) }
}

it('never covers a newer answer with an older one', async () => {
  const client = new QueryClient()
  const [first, second] = [promised<Conversation>(), promised<Conversation>()]
  const ask = vi.spyOn(calls, 'getConversation').mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise)
  const both = [refreshConversation(client, 'c1'), refreshConversation(client, 'c1')]
  await vi.waitFor(() => expect(ask).toHaveBeenCalled())
  second.keep(conversation({ unread: 2 }))
  await new Promise((settled) => setTimeout(settled))
  first.keep(conversation({ unread: 1 }))
  await Promise.all(both)
  expect(client.getQueryData(queries.conversation('c1').queryKey)).toMatchObject({ unread: 2 })
  ask.mockRestore()
})

it('takes away a conversation that is no longer to be seen', async () => {
  const client = new QueryClient()
  const { queryKey } = queries.conversations({ status: 'open' })
  client.setQueryData(queryKey, { pages: [{ items: [conversation()], next: null }], pageParams: [null] })
  client.setQueryData(queries.conversation('c1').queryKey, conversation())
  const ask = vi.spyOn(calls, 'getConversation').mockRejectedValue(new Problem(404, { code: 'not-found' }))
  await refreshConversation(client, 'c1')
  expect(client.getQueryData(queryKey)?.pages).toEqual([{ items: [], next: null }])
  expect(client.getQueryData(queries.conversation('c1').queryKey)).toBeUndefined()
  ask.mockRestore()
})

it('asks again for a list that was on its way when the news came', async () => {
  const client = new QueryClient()
  const [early, late] = [promised<Page<Conversation>>(), promised<Page<Conversation>>()]
  const ask = vi.spyOn(calls, 'listConversations').mockReturnValueOnce(early.promise).mockReturnValueOnce(late.promise)
  const options = queries.conversations({ status: 'open' })
  const load = client.fetchInfiniteQuery(options)
  putConversation(client, conversation())
  early.keep({ items: [], next: null })
  await load
  await vi.waitFor(() => expect(client.getQueryState(options.queryKey)?.isInvalidated).toBe(true))
  ask.mockRestore()
})

it('lets answers in however fast it is asked anew, and asks only once more after them', async () => {
  const client = new QueryClient()
  const answers = [promised<number>(), promised<number>()]
  const ask = vi.fn(() => answers[ask.mock.calls.length - 1]!.promise)
  const queryKey = ['counts']
  const leave = new QueryObserver<number>(client, { queryKey, queryFn: ask, initialData: 0, staleTime: Infinity }).subscribe(() => {})
  const settled = Promise.all(Array.from({ length: 100 }, () => askAnew(client, { queryKey })))
  answers[0]!.keep(1)
  await vi.waitFor(() => expect(client.getQueryData(queryKey)).toBe(1))
  answers[1]!.keep(2)
  await settled
  expect(client.getQueryData(queryKey)).toBe(2)
  expect(ask).toHaveBeenCalledTimes(2)
  leave()
})
