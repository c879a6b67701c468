import type { DepartmentTexts } from '../api/types'

export const LANGUAGES = ['en', 'he'] as const
export type Language = (typeof LANGUAGES)[number]

/** In the order in which somebody may be told them, and what may stand between braces in each. */
export const PLACES = { greeting: ['position', 'wait'], away: ['nextOpening'], asked: ['position', 'wait'] } as const
export type Occasion = keyof typeof PLACES
export type Place = (typeof PLACES)[Occasion][number]
export const OCCASIONS = Object.keys(PLACES) as Occasion[]

export const LONGEST = 1024

export type Draft = Record<Occasion, Record<Language, string>>

/** What is there, to be edited. */
export const draftOf = (texts: DepartmentTexts): Draft => {
  const both = ({ en, he }: DepartmentTexts[Occasion]) => ({ en: en ?? '', he: he ?? '' })
  return { greeting: both(texts.greeting), away: both(texts.away), asked: both(texts.asked) }
}

/** The text as somebody would read it now. */
export const filled = (text: string, samples: Record<string, string>) => text.replace(/\{(\w+)\}/g, (whole, name: string) => samples[name] ?? whole)

/** With a place put in where the caret is, and where the caret is then. */
export function put(text: string, place: Place, from: number, to: number) {
  const written = `{${place}}`
  return { text: text.slice(0, from) + written + text.slice(to), caret: from + written.length }
}
