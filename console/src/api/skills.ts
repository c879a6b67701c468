import { queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { ConversationRouting, SkillLevel, WantedDemand } from './types'

const at = (id: string) => ({ params: { path: { id } } })
const PATH = '/api/v1/skills'

export const addSkill = (name: string) => body(() => api.POST(PATH, { body: { name } }))
export const renameSkill = (id: string, name: string) => body(() => api.PUT(`${PATH}/{id}`, { ...at(id), body: { name } }))
export const removeSkill = (id: string) => body(() => api.DELETE(`${PATH}/{id}`, at(id)))
export const setLevels = (agent: string, skills: SkillLevel[]) => body(() => api.PUT('/api/v1/agents/{id}/skills', { ...at(agent), body: { skills } }))
export const setDemand = async (conversation: string, demand: WantedDemand) =>
  (await body(() => api.PUT('/api/v1/conversations/{id}/routing', { ...at(conversation), body: demand }))) as ConversationRouting

/** Asked for where skills are shown only. */
export const skillQueries = {
  all: queryOptions({ queryKey: ['skills'], queryFn: () => body(() => api.GET(PATH)) }),
  levels: queryOptions({ queryKey: ['skills', 'levels'], queryFn: () => body(() => api.GET(`${PATH}/levels`)) }),
}
