import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { en } from './en'
import type { pages } from './en/pages'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en & typeof pages }
  }
}

export type Language = 'en' | 'he'
type Part = 'inbox' | 'pages'

const dictionaries = {
  en: { inbox: () => import('./en').then(({ en }) => en), pages: () => import('./en/pages').then(({ pages }) => pages) },
  he: { inbox: () => import('./he').then(({ he }) => he), pages: () => import('./he/pages').then(({ pages }) => pages) },
} satisfies Record<Language, Record<Part, () => Promise<object>>>

const spoken = new Set<Part>()

/** Names of either direction must not turn the sentence around them; numbers need no fence. */
const isolate = (value: string) => (/^\d*$/.test(value) ? value : `\u2068${value}\u2069`)

export async function startLanguage() {
  const language = languageOf(document.documentElement.lang)
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escape: isolate } })
  await speak('inbox')
}

/** Fetches the words that a part of the console needs before it is shown. */
export async function speak(part: Part) {
  spoken.add(part)
  await learn(languageOf(i18next.language))
}

/** Turns words and direction of the whole console at once. */
export async function switchLanguage(tag: string) {
  const language = languageOf(tag)
  await learn(language)
  localStorage.setItem('moked.language', language)
  document.documentElement.lang = language
  document.documentElement.dir = language === 'he' ? 'rtl' : 'ltr'
  await i18next.changeLanguage(language)
}

async function learn(language: Language) {
  const words = await Promise.all([...spoken].map((part) => dictionaries[language][part]()))
  words.forEach((some) => i18next.addResourceBundle(language, 'translation', some, true, true))
}

const languageOf = (tag: string): Language => (tag === 'he' ? 'he' : 'en')

export { i18next }
