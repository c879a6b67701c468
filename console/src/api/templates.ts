import { api, body } from './client'
import type { paths } from './schema'
import type { NewTemplate, TemplateText } from './types'

type Asked = NonNullable<paths['/api/v1/templates']['get']['parameters']['query']>
export type TemplateFilter = Omit<Asked, 'cursor' | 'limit'>

const PATH = '/api/v1/templates'
const at = (id: string) => ({ params: { path: { id } } })

export const list = (filter: TemplateFilter, cursor: string | null) =>
  body(() => api.GET(PATH, { params: { query: { ...filter, cursor: cursor ?? undefined, limit: 50 } } }))
export const languages = () => body(() => api.GET(`${PATH}/languages`))
export const accounts = () => body(() => api.GET(`${PATH}/accounts`))
export const sync = () => body(() => api.POST(`${PATH}/syncs`))
export const submit = (wanted: NewTemplate) => body(() => api.POST(PATH, { body: wanted }))
export const edit = (id: string, text: TemplateText) => body(() => api.PUT(`${PATH}/{id}`, { ...at(id), body: text }))
export const remove = (id: string, inAllLanguages: boolean) =>
  body(() => api.DELETE(`${PATH}/{id}`, { params: { path: { id }, query: { inAllLanguages } } }))
