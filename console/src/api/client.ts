import createClient from 'openapi-fetch'
import { Problem } from './problem'
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
  onResponse({ response }) {
    reach.set(reachOf(response.status))
  },
})

/** The body of an answer; everything that is not one is thrown as a Problem. */
export async function body<Data>(answer: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Told<Data>> {
  const { data, error, response } = await answer.catch(unreachable)
  if (response.ok) return data as Told<Data>
  const problem = typeof error === 'object' && error ? error : {}
  throw new Problem(response.status, problem, response.headers.get('Retry-After'))
}

function unreachable(): never {
  reach.set('unreachable')
  throw new Problem(0, {})
}
