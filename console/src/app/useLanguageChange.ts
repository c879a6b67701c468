import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as calls from '../api/calls'
import { queries } from '../api/queries'
import { switchLanguage, type Language } from '../i18n'

/** Turns the console at once, and the server's answers from then on, wherever this person signs in. */
export function useLanguageChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (language: Language) => {
      await switchLanguage(language)
      client.setQueryData(queries.me.queryKey, await calls.speak(language))
    },
  })
}
