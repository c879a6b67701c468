import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { en } from './en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

export type Language = 'en' | 'he'

const dictionaries = {
  en: () => import('./en').then(({ en }) => en),
  he: () => import('./he').then(({ he }) => he),
}

/** Names of either direction must not turn the sentence around them; numbers need no fence. */
const isolate = (value: string) => (/^\d*$/.test(value) ? value : `\u2068${value}\u2069`)

export async function startLanguage() {
  const language = languageOf(document.documentElement.lang)
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await dictionaries[language]() } },
    interpolation: { escape: isolate },
  })
}

/** Turns words and direction of the whole console at once. */
export async function switchLanguage(tag: string) {
  const language = languageOf(tag)
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await dictionaries[language]())
  localStorage.setItem('moked.language', language)
  document.documentElement.lang = language
  document.documentElement.dir = language === 'he' ? 'rtl' : 'ltr'
  await i18next.changeLanguage(language)
}

const languageOf = (tag: string): Language => (tag === 'he' ? 'he' : 'en')

export { i18next }
