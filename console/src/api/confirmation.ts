import { createStore } from '../ui/store'

/** The question who sits there; undefined until it is first asked, null while it is not. */
export const confirming = createStore<{ answer: (shown: boolean) => void } | null | undefined>(undefined)

let asking: Promise<boolean> | undefined

/** Asks the person to show a factor anew, once for all that waits for it; tells whether they did. */
export function confirmItIsYou() {
  asking ??= new Promise<boolean>((settle) => {
    const answer = (shown: boolean) => {
      asking = undefined
      confirming.set(null)
      settle(shown)
    }
    confirming.set({ answer })
  })
  return asking
}
