import type { TemplateLayout, TemplateVariable } from '../api/types'

/** What is given for the variables of a template, by their keys. */
export type Values = Record<string, string | undefined>

const VARIABLE = /\{\{\s*(\w+)\s*\}\}/g

/** The names of the variables in a text, each once, in the order of the text. */
export const variablesIn = (text: string) => [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name!))]

/** A text as it will be read; a variable without a value shows its name. */
export const filled = (text: string, key: string, values: Values) =>
  text.replace(VARIABLE, (whole, name: string) => values[`${key}.${name}`]?.trim() || whole)

/** What one side of a template shows: the message itself, or a card. */
export interface Side {
  header?: string | null
  title?: string | null
  body?: string | null
  footer?: string | null
  buttons: TemplateLayout['buttons']
  /** The file in the header, by the key that its value has. */
  file?: string
  place?: { name?: string; address?: string }
}

/** The sides of a template with what has been filled in so far: first the message, then its cards. */
export function sidesOf(layout: TemplateLayout, values: Values): Side[] {
  const side = (part: TemplateLayout, prefix: string): Side => ({
    header: part.header,
    title: part.title && filled(part.title, `${prefix}header`, values),
    body: part.body && filled(part.body, `${prefix}body`, values),
    footer: part.footer,
    buttons: part.buttons.map((button, index) => ({
      ...button,
      opens: button.opens && button.opens.replace(VARIABLE, (whole) => values[`${prefix}button.${index}`]?.trim() || whole),
    })),
    file: values[`${prefix}header`],
    place: { name: values[`${prefix}header.name`], address: values[`${prefix}header.address`] },
  })
  return [side(layout, ''), ...layout.cards.map((card, index) => side(card, `card.${index}.`))]
}

/** Why Meta would not take a value, as far as that can be told here; the server looks again. */
export function troubleOf({ kind, required }: Pick<TemplateVariable, 'kind' | 'required'>, value = '') {
  if (!value.trim()) return required ? 'missing' : undefined
  if (/[\n\r\t]| {5,}/.test(value)) return 'one-line'
  if (kind === 'code' && value.trim().length > 20) return 'too-long'
  if (kind === 'latitude' || kind === 'longitude') {
    const degrees = Number(value)
    return Number.isFinite(degrees) && Math.abs(degrees) <= (kind === 'latitude' ? 90 : 180) ? undefined : 'malformed'
  }
  return undefined
}

/** Whether a template can be sent with these values. */
export const isComplete = (variables: Pick<TemplateVariable, 'key' | 'kind' | 'required'>[], values: Values) =>
  variables.every((one) => !troubleOf(one, values[one.key]))

/** The keys of the examples that a layout asks for, in the order of what is read. */
export function samplesOf(layout: TemplateLayout, prefix = ''): string[] {
  const texts = (text: string | null | undefined, key: string) => variablesIn(text ?? '').map((name) => `${key}.${name}`)
  return [
    ...(layout.header === 'text' ? texts(layout.title, `${prefix}header`) : []),
    ...(['image', 'video', 'document'].includes(layout.header ?? '') ? [`${prefix}header`] : []),
    ...texts(layout.body, `${prefix}body`),
    ...layout.buttons.flatMap(({ type, opens }, index) =>
      type === 'copy-code' || (type === 'url' && variablesIn(opens ?? '').length > 0) ? [`${prefix}button.${index}`] : [],
    ),
    ...layout.cards.flatMap((card, index) => samplesOf(card, `card.${index}.`)),
  ]
}
