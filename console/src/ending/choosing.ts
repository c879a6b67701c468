import { createStore } from '../ui/store'

/** Somebody is asked why a conversation ends; undefined until the first is, null while nobody is. */
export const choosing = createStore<{ answer: (disposition: string | null) => void } | null | undefined>(undefined)

/** Why it ends, or null where they do not say after all. */
export function chooseDisposition() {
  choosing.get()?.answer(null)
  return new Promise<string | null>((settle) => {
    const answer = (disposition: string | null) => {
      choosing.set(null)
      settle(disposition)
    }
    choosing.set({ answer })
  })
}
