import { api, body } from './client'
import type { components } from './schema'
import type { Told } from './types'

type Schemas = components['schemas']
export type PastDay = Schemas['PastDay']
export type ModelDay = Schemas['ModelDay']
export type Replay = Told<Schemas['ReplayView']>
export type Course = Told<Schemas['SimulationView']>
export type Section = Course['whole']
export type Figures = Section['day']

export const replay = (day: PastDay, signal: AbortSignal) => body(() => api.POST('/api/v1/routing/replays', { body: day, signal }))
export const simulate = (day: ModelDay, signal: AbortSignal) => body(() => api.POST('/api/v1/routing/simulations', { body: day, signal }))
/** Nobody waits for it any more; also where the page goes away with it. */
export const leave = () => body(() => api.DELETE('/api/v1/routing/simulations', { keepalive: true }))
