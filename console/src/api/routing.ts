import { api, body } from './client'
import type { ConversationRouting, Transfer, WantedDepartment, WholeTransfer } from './types'

const at = (id: string) => ({ params: { path: { id } } })

export const listAgents = () => body(() => api.GET('/api/v1/agents'))
export const setCapacity = (id: string, capacity: number) => body(() => api.PUT('/api/v1/agents/{id}/capacity', { ...at(id), body: { capacity } }))

export const listWeights = () => body(() => api.GET('/api/v1/channel-weights'))
export const setWeight = (channel: string, units: number) => body(() => api.PUT('/api/v1/channels/{id}/weight', { ...at(channel), body: { units } }))

export const addDepartment = (name: string) => body(() => api.POST('/api/v1/departments', { body: { name } }))
export const changeDepartment = (id: string, wanted: WantedDepartment) => body(() => api.PUT('/api/v1/departments/{id}', { ...at(id), body: wanted }))
export const getMembers = (id: string) => body(() => api.GET('/api/v1/departments/{id}/members', at(id)))
export const setMembers = (id: string, agentIds: string[]) => body(() => api.PUT('/api/v1/departments/{id}/members', { ...at(id), body: { agentIds } }))

export const getRouting = async (id: string) => (await body(() => api.GET('/api/v1/conversations/{id}/routing', at(id)))) as ConversationRouting

export const listTargets = (id: string) => body(() => api.GET('/api/v1/conversations/{id}/transfer-targets', at(id)))
export const transfer = (id: string, wanted: Transfer) => body(() => api.POST('/api/v1/conversations/{id}/transfer', { ...at(id), body: wanted }))
export const askToTakeOver = (id: string, agentId: string, note: string) =>
  body(() => api.POST('/api/v1/conversations/{id}/handovers', { ...at(id), body: { agentId, note } }))
export const listHandovers = () => body(() => api.GET('/api/v1/me/handovers'))
export const acceptHandover = (id: string) => body(() => api.POST('/api/v1/handovers/{id}/acceptance', at(id)))
export const endHandover = (id: string) => body(() => api.DELETE('/api/v1/handovers/{id}', at(id)))
export const listOffers = () => body(() => api.GET('/api/v1/me/offers'))
export const acceptOffer = (id: string) => body(() => api.POST('/api/v1/offers/{id}/acceptance', at(id)))
export const declineOffer = (id: string) => body(() => api.DELETE('/api/v1/offers/{id}', at(id)))
export const transferAll = (id: string, to: WholeTransfer) => body(() => api.POST('/api/v1/agents/{id}/conversations/transfer', { ...at(id), body: to }))
export const removeDepartment = (id: string, to: string | null) =>
  body(() => api.DELETE('/api/v1/departments/{id}', { params: { path: { id }, query: { to: to ?? undefined } } }))
