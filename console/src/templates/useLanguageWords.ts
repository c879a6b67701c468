import { useTranslation } from 'react-i18next'

/** What a language of Meta's is called, such as en_US, in the language of the screen. */
export function useLanguageWords() {
  const { i18n } = useTranslation()
  return (code: string) => {
    try {
      return new Intl.DisplayNames(i18n.language, { type: 'language' }).of(code.replace('_', '-')) ?? code
    } catch {
      return code
    }
  }
}
