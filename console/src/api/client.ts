import createClient from 'openapi-fetch'
import { confirmItIsYou } from './confirmation'
import { isProblem, Problem } from './problem'
import { reach, reachOf } from './reach'
import type { paths } from './schema'
import type { Told } from './types'

const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

export const api = createClient<paths>({ baseUrl: location.origin, fetch: (request) => fetch(request) })

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang)
    const token = cookie('XSRF-TOKEN')
    if (token && request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', decodeURIComponent(token))
  },
})

type Call<Data> = () => Promise<{ data?: Data; error?: unknown; response: Response }>

/** The body of an answer; everything that is not one is thrown as a Problem. */
export async function body<Data>(call: Call<Data>): Promise<Told<Data>> {
  try {
    return await once(call)
  } catch (error) {
    if (!(await mayGoOn(error))) throw error
    return once(call)
  }
}

/** Whether a refused request may succeed if it is made once more, because of what the person or another request has done. */
async function mayGoOn(error: unknown) {
  if (isProblem(error, 'confirm-it-is-you')) return confirmItIsYou()
  // Refusing it has given this browser the token it lacked.
  if (isProblem(error, 'csrf-token-required')) return true
  if (!isProblem(error, 'sign-in-required')) return false
  await navigator.locks?.request(SECRET, () => {})
  return true
}

const SECRET = 'moked.session'

/**
 * A call whose answer brings a new secret of the session. What is on its way with the old one is refused, and waits for
 * this to end, in whichever tab, before it tries again.
 */
export const renewing =
  <Data>(call: Call<Data>): Call<Data> =>
  () =>
    navigator.locks?.request(SECRET, call) ?? call()

async function once<Data>(call: Call<Data>): Promise<Told<Data>> {
  const { data, error, response } = await call().catch(() => told(new Problem(0, {})))
  if (!response.ok) told(new Problem(response.status, typeof error === 'object' && error ? error : {}, response.headers.get('Retry-After')))
  reach.set('answering')
  return data as Told<Data>
}

/** Throws a refusal once it is known what it says about the server. */
function told(problem: Problem): never {
  reach.set(reachOf(problem))
  throw problem
}
