import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { RuleTerms, WantedRule } from './types'

const at = (id: string) => ({ params: { path: { id } } })
const PATH = '/api/v1/rules'

export const addRule = (rule: WantedRule) => body(() => api.POST(PATH, { body: rule }))
export const replaceRule = (id: string, version: number, rule: WantedRule) => body(() => api.PUT(`${PATH}/{id}`, { ...at(id), body: { version, rule } }))
export const removeRule = (id: string) => body(() => api.DELETE(`${PATH}/{id}`, at(id)))
export const orderRules = (ids: string[]) => body(() => api.PUT(`${PATH}/order`, { body: { ids } }))
export const tryRule = (ruleId: string | undefined, terms: RuleTerms) => body(() => api.POST(`${PATH}/dry-run`, { body: { ruleId: ruleId ?? null, terms } }))
export const retryCall = (id: string) => body(() => api.POST('/api/v1/webhook-calls/{id}/retries', at(id)))
export const renewSecret = () => body(() => api.POST('/api/v1/webhook-secret', {}))

/** Asked for by their own pages only. */
export const ruleQueries = {
  all: queryOptions({ queryKey: ['rules'], queryFn: () => body(() => api.GET(PATH)) }),
  secret: queryOptions({ queryKey: ['webhook-secret'], queryFn: () => body(() => api.GET('/api/v1/webhook-secret')) }),
  calls: infiniteQueryOptions({
    queryKey: ['webhook-calls'],
    queryFn: ({ pageParam }) => body(() => api.GET('/api/v1/webhook-calls', { params: { query: { cursor: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Calls get further without anybody doing anything.
    refetchInterval: 15_000,
  }),
}
