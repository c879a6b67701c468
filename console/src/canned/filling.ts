import type { CannedReply } from '../api/types'

/** What is known where a reply is put in; the server takes no others. */
export const VARIABLES = ['contact.name', 'contact.phone', 'agent.name', 'business.name', 'department.name'] as const
export type Variable = (typeof VARIABLES)[number]
export type Values = Record<Variable, string | null | undefined>

const ASKED = 'ask:'

/**
 * The text with what is known now. What is asked for, and what nobody knows, becomes a place between double brackets,
 * which the composer has filled in before it sends.
 */
export const filled = (body: string, values: Values, called: (variable: Variable) => string) =>
  body.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
    if (name.startsWith(ASKED)) return `[[${name.slice(ASKED.length).trim()}]]`
    const variable = name as Variable
    return values[variable]?.trim() || `[[${called(variable)}]]`
  })

const primary = (language: string) => language.split('-')[0]!.toLowerCase()

/** What it says in the first of these languages that it knows, in whichever of their kinds, or else in any. */
export function textIn(texts: CannedReply['texts'], languages: (string | null | undefined)[]) {
  for (const language of languages) {
    if (!language) continue
    const found = texts.find((one) => one.language === language) ?? texts.find((one) => primary(one.language) === primary(language))
    if (found) return found
  }
  return texts[0]
}
