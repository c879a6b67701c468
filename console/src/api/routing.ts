import { api, body } from './client'
import type { Availability, ConversationRouting, WantedDepartment } from './types'

const at = (id: string) => ({ params: { path: { id } } })

export const getAvailability = () => body(() => api.GET('/api/v1/me/availability'))
export const putAvailability = (availability: Availability) => body(() => api.PUT('/api/v1/me/availability', { body: { availability } }))

export const listAgents = () => body(() => api.GET('/api/v1/agents'))
export const setCapacity = (id: string, capacity: number) => body(() => api.PUT('/api/v1/agents/{id}/capacity', { ...at(id), body: { capacity } }))

export const addDepartment = (name: string) => body(() => api.POST('/api/v1/departments', { body: { name } }))
export const changeDepartment = (id: string, wanted: WantedDepartment) => body(() => api.PUT('/api/v1/departments/{id}', { ...at(id), body: wanted }))
export const getMembers = (id: string) => body(() => api.GET('/api/v1/departments/{id}/members', at(id)))
export const setMembers = (id: string, agentIds: string[]) => body(() => api.PUT('/api/v1/departments/{id}/members', { ...at(id), body: { agentIds } }))

export const getRouting = async (id: string) => (await body(() => api.GET('/api/v1/conversations/{id}/routing', at(id)))) as ConversationRouting
