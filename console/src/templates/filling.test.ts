import { describe, expect, it } from 'vitest'
import { filled, isComplete, samplesOf, sidesOf, troubleOf, variablesIn } from './filling'

const layout = {
  header: 'text',
  title: 'Order {{1}}',
  body: 'Hi {{who}}, {{who}}!',
  footer: null,
  buttons: [
    { type: 'quick-reply', label: 'Yes', opens: null },
    { type: 'url', label: 'Track', opens: 'https://a.example/{{1}}' },
  ],
  cards: [{ header: 'image', title: null, body: 'From {{1}}', footer: null, buttons: [], cards: [] }],
}

describe('a template', () => {
  it('names each variable once', () => {
    expect(variablesIn('{{1}} and {{ 2 }} and {{1}}')).toEqual(['1', '2'])
  })

  it('shows what is filled in and names what is not', () => {
    expect(filled('Hi {{1}}, {{2}}', 'body', { 'body.1': 'Dana' })).toBe('Hi Dana, {{2}}')
  })

  it('fills texts, addresses and cards', () => {
    const [side, card] = sidesOf(layout, { 'header.1': '17', 'body.who': 'Dana', 'button.1': 't/9', 'card.0.body.1': '10 €' })
    expect(side).toMatchObject({ title: 'Order 17', body: 'Hi Dana, Dana!' })
    expect(side?.buttons[1]?.opens).toBe('https://a.example/t/9')
    expect(card?.body).toBe('From 10 €')
  })

  it('asks for an example of everything that varies', () => {
    expect(samplesOf(layout)).toEqual(['header.1', 'body.who', 'button.1', 'card.0.header', 'card.0.body.1'])
  })

  it('knows what Meta would not take', () => {
    const text = { kind: 'text', required: true } as const
    expect(troubleOf(text, ' ')).toBe('missing')
    expect(troubleOf(text, 'a\nb')).toBe('one-line')
    expect(troubleOf(text, 'Dana')).toBeUndefined()
    expect(troubleOf({ kind: 'code', required: true }, 'A'.repeat(21))).toBe('too-long')
    expect(troubleOf({ kind: 'latitude', required: true }, '91')).toBe('malformed')
    expect(troubleOf({ kind: 'payload', required: false })).toBeUndefined()
  })

  it('is complete once every variable has a value', () => {
    const variables = [{ key: 'body.1', kind: 'text', required: true } as const]
    expect(isComplete(variables, {})).toBe(false)
    expect(isComplete(variables, { 'body.1': 'Dana' })).toBe(true)
  })
})
