import { createStore } from './store'

export interface Question {
  title: string
  text: string
  /** What the button says that does it. */
  yes: string
  /** What the other button says, where plain words for it would be unclear. */
  no?: string
  /** Whether what it does cannot be undone. */
  grave?: boolean
}

/** The question on screen; undefined until the first is asked, null while none is. */
export const asked = createStore<(Question & { answer: (yes: boolean) => void }) | null | undefined>(undefined)

/** Asks before something is done; whoever asks again meanwhile has withdrawn the first question. */
export function ask(question: Question) {
  asked.get()?.answer(false)
  // The dialog itself comes too late the first time to know who had the focus.
  const before = document.activeElement
  return new Promise<boolean>((settle) => {
    const answer = (yes: boolean) => {
      asked.set(null)
      if (before instanceof HTMLElement) before.focus()
      settle(yes)
    }
    asked.set({ ...question, answer })
  })
}
