import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en'
import { he } from './he'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

export type Language = 'en' | 'he'

/** Names of either direction must not turn the sentence around them; numbers need no fence. */
const isolate = (value: string) => (/^\d*$/.test(value) ? value : `\u2068${value}\u2069`)

export const directionOf = (language: string) => (language === 'he' ? 'rtl' : 'ltr')

void i18next.use(initReactI18next).init({
  lng: document.documentElement.lang || 'en',
  fallbackLng: false,
  resources: { en: { translation: en }, he: { translation: he } },
  interpolation: { escape: isolate },
  returnNull: false,
})

export function switchLanguage(language: Language) {
  localStorage.setItem('moked.language', language)
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  return i18next.changeLanguage(language)
}

export { i18next }
