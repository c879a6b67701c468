import { queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { components } from './schema'
import type { Told } from './types'

export type Board = Told<components['schemas']['QueuesView']>
export type Queue = Board['queues'][number]
export type Desk = Board['agents'][number]
export type Card = Told<components['schemas']['QueueCard']>

/** Every queue and every agent at one moment. */
export const board = queryOptions({ queryKey: ['queues'], queryFn: () => body(() => api.GET('/api/v1/queues')), staleTime: 0 })
