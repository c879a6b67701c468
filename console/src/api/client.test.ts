import { afterEach, expect, it, vi } from 'vitest'
import { confirming } from './confirmation'
import { listRoles } from './people'
import { reach } from './reach'

const ROLES = { items: [], next: null }
const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const refusal = (status: number, code: string) => answer(status, { status, code })

/** A server that gives these answers one after the other. */
function server(...answers: Response[]) {
  const fetch = vi.fn(async () => answers.shift()!)
  vi.stubGlobal('fetch', fetch)
  return fetch
}

afterEach(() => vi.unstubAllGlobals())

it('asks who sits there, and does by itself what waited for it', async () => {
  const fetch = server(refusal(403, 'confirm-it-is-you'), answer(200, ROLES))
  const roles = listRoles()
  await vi.waitUntil(() => confirming.get())
  expect(fetch).toHaveBeenCalledTimes(1)
  confirming.get()!.answer(true)
  expect(await roles).toEqual(ROLES)
  expect(confirming.get()).toBeNull()
})

it('asks once for all that waits', async () => {
  const fetch = server(refusal(403, 'confirm-it-is-you'), refusal(403, 'confirm-it-is-you'), answer(200, ROLES), answer(200, ROLES))
  const both = Promise.all([listRoles(), listRoles()])
  await vi.waitUntil(() => confirming.get())
  confirming.get()!.answer(true)
  expect(await both).toEqual([ROLES, ROLES])
  expect(fetch).toHaveBeenCalledTimes(4)
})

it('does nothing more where nobody shows who they are', async () => {
  const fetch = server(refusal(403, 'confirm-it-is-you'))
  const roles = listRoles()
  await vi.waitUntil(() => confirming.get())
  confirming.get()!.answer(false)
  await expect(roles).rejects.toMatchObject({ code: 'confirm-it-is-you' })
  expect(fetch).toHaveBeenCalledTimes(1)
})

it('tries once more what was on its way while the secret of the session changed', async () => {
  server(refusal(401, 'sign-in-required'), answer(200, ROLES))
  expect(await listRoles()).toEqual(ROLES)
})

it('tries once more with the token that a refusal brought', async () => {
  server(refusal(403, 'csrf-token-required'), answer(200, ROLES))
  expect(await listRoles()).toEqual(ROLES)
})

it('takes the end of the session for what it is', async () => {
  const fetch = server(refusal(401, 'sign-in-required'), refusal(401, 'sign-in-required'))
  await expect(listRoles()).rejects.toMatchObject({ status: 401 })
  expect(fetch).toHaveBeenCalledTimes(2)
})

it.each([
  ['unavailable', refusal(503, 'unavailable')],
  ['answering', refusal(503, 'media-not-kept')],
  ['answering', refusal(500, 'internal-error')],
  ['unreachable', new Response('<html>Bad gateway</html>', { status: 502 })],
  ['unreachable', new Response('<html>Nobody there</html>', { status: 503 })],
])('goes by what a refusal says to call the server %s', async (known, refused) => {
  server(refused, answer(200, ROLES))
  await expect(listRoles()).rejects.toBeInstanceOf(Error)
  expect(reach.get()).toBe(known)
  await listRoles()
  expect(reach.get()).toBe('answering')
})
