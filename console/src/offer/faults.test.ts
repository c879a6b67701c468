import { expect, it } from 'vitest'
import type { Limits } from '../api/types'
import { emptyDraft, emptyRow } from './draft'
import { faultsOf } from './faults'

const limits = {
  nameCharacters: 256,
  addressCharacters: 2000,
  people: 5,
  offers: {
    bodyCharacters: 1024,
    headerCharacters: 60,
    footerCharacters: 60,
    buttons: 3,
    buttonCharacters: 20,
    sections: 10,
    sectionCharacters: 24,
    rows: 10,
    rowCharacters: 24,
    rowDescriptionCharacters: 72,
    flowButtonCharacters: 30,
    products: 30,
  },
} as Limits

it('asks for what makes a message of its kind', () => {
  expect(faultsOf('buttons', emptyDraft, limits)).toEqual({ body: { rule: 'missing' }, buttons: { rule: 'missing' } })
  expect(faultsOf('location-request', { ...emptyDraft, body: 'Where?' }, limits)).toEqual({})
  expect(Object.keys(faultsOf('flow', emptyDraft, limits))).toEqual(['body', 'flowId', 'button'])
})

it('counts as the server does, in UTF-16', () => {
  const draft = { ...emptyDraft, body: 'b', buttons: ['🌹'.repeat(10), '🌹'.repeat(10) + 'x'] }
  expect(faultsOf('buttons', draft, limits)).toEqual({ 'buttons.1': { rule: 'tooLong', over: 1, most: 20 } })
})

it('counts rows over all sections, and asks several for their titles', () => {
  const rows = Array.from({ length: 6 }, () => ({ ...emptyRow, title: 'x' }))
  const draft = { ...emptyDraft, body: 'b', button: 'o', sections: [{ title: 'one', rows }, { title: '', rows }] } // prettier-ignore
  expect(faultsOf('list', draft, limits)).toEqual({
    sections: { rule: 'tooMany', most: 10 },
    'sections.1.title': { rule: 'missing' },
  })
})

it('tells two buttons with the same words apart from none', () => {
  expect(faultsOf('buttons', { ...emptyDraft, body: 'b', buttons: ['Yes', 'Yes '] }, limits)).toEqual({ 'buttons.1': { rule: 'repeated' } })
})

it('opens nothing but the web', () => {
  const draft = { ...emptyDraft, body: 'b', button: 'o', url: 'javascript:alert(1)' }
  expect(faultsOf('link', draft, limits)).toEqual({ url: { rule: 'address' } })
  expect(faultsOf('link', { ...draft, url: 'https://test.example' }, limits)).toEqual({})
})

it('knows where the earth ends', () => {
  expect(faultsOf('location', { ...emptyDraft, latitude: '90.1', longitude: '180' }, limits)).toEqual({ latitude: { rule: 'degrees' } })
  expect(faultsOf('location', { ...emptyDraft, latitude: '32,5', longitude: '-34.7' }, limits)).toEqual({})
})

it('wants a heading and a text only for several products', () => {
  const one = { ...emptyDraft, catalogId: 'c', shelves: [{ title: '', products: 'rose' }] }
  expect(faultsOf('products', one, limits)).toEqual({})
  const several = { ...one, shelves: [{ title: '', products: 'rose\nlily' }] }
  expect(Object.keys(faultsOf('products', several, limits)).sort()).toEqual(['body', 'header'])
})
