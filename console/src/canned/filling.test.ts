import { expect, it } from 'vitest'
import { filled, textIn, type Values } from './filling'

const KNOWN: Values = { 'contact.name': 'Dana', 'contact.phone': null, 'agent.name': 'Noa', 'business.name': 'Bloom', 'department.name': undefined }
const fill = (body: string) => filled(body, KNOWN, (variable) => `<${variable}>`)
const said = (...languages: string[]) => languages.map((language) => ({ language, body: `in ${language}` }))

it('puts in what is known', () => {
  expect(fill('Hello {{contact.name}}, {{agent.name}} of {{business.name}} here. {{contact.name}}?')).toBe('Hello Dana, Noa of Bloom here. Dana?')
})
it('leaves a place for what is asked for', () => {
  expect(fill('Number {{ask:order number}} or {{ask: שם }}')).toBe('Number [[order number]] or [[שם]]')
})
it('leaves a place for what nobody knows', () => {
  expect(fill('Call {{contact.phone}} at {{department.name}}')).toBe('Call [[<contact.phone>]] at [[<department.name>]]')
})
it('says a dollar as it is', () => {
  expect(filled('{{agent.name}}', { ...KNOWN, 'agent.name': '$& $1' }, String)).toBe('$& $1')
})
it('chooses the language wished for first', () => {
  expect(textIn(said('en', 'he'), ['he', 'en'])?.language).toBe('he')
  expect(textIn(said('en', 'he'), [null, 'en'])?.language).toBe('en')
})
it('takes another kind of the same language', () => {
  expect(textIn(said('en', 'pt-BR'), ['pt'])?.language).toBe('pt-BR')
  expect(textIn(said('pt', 'pt-BR'), ['pt-BR'])?.language).toBe('pt-BR')
})
it('takes any where it knows none of them', () => {
  expect(textIn(said('he'), ['fr', undefined])?.language).toBe('he')
  expect(textIn([], ['en'])).toBeUndefined()
})
