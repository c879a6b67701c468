import { describe, expect, it } from 'vitest'
import type { Template, TemplateVariable } from '../api/types'
import { EVERYBODY, isComplete, labelled, newDraft, troubleIn, wanted, type Draft } from './draft'

const name: TemplateVariable = { key: 'body.1', kind: 'text', label: '1', sample: 'Dana', required: true }
const template = { id: 'template', variables: [name] } as Template
const draft: Draft = { ...newDraft(), clientId: 'client', name: ' Spring ', channelId: 'channel', template, timeZone: 'Asia/Jerusalem' }

describe('a broadcast that is being planned', () => {
  it('needs a value for every variable, or something of each contact’s', () => {
    expect(isComplete('what', draft)).toBe(false)
    expect(isComplete('what', { ...draft, slots: { 'body.1': { text: 'you' } } })).toBe(true)
    expect(isComplete('what', { ...draft, slots: { 'body.1': { field: 'name' } } })).toBe(true)
  })

  it('takes no line breaks for those who lack a value either', () => {
    expect(troubleIn(name, { field: 'name', otherwise: 'a\nb' })).toBe('one-line')
  })

  it('has quiet hours that begin and end at different times', () => {
    expect(isComplete('when', { ...draft, from: '08:00', to: '08:00' })).toBe(false)
    expect(isComplete('when', { ...draft, isQuiet: false, from: '' })).toBe(true)
  })

  it('is told to the server without what was left open', () => {
    const told = wanted({ ...draft, slots: { 'body.1': { field: 'first-name', otherwise: ' ' }, 'button.0': { text: '' } }, whom: EVERYBODY })
    expect(told).toEqual({
      clientId: 'client',
      name: 'Spring',
      channelId: 'channel',
      templateId: 'template',
      byLanguage: false,
      values: { 'body.1': { field: 'first-name', otherwise: undefined } },
      criteria: {},
      startsAt: undefined,
      timeZone: 'Asia/Jerusalem',
      quiet: { from: '21:00', to: '08:00' },
    })
    expect(wanted({ ...draft, whom: 'segment' }).segmentId).toBe('segment')
    expect(wanted({ ...draft, whom: labelled('spring') }).criteria).toEqual({ labels: ['spring'] })
  })
})
