import type { Page } from '@playwright/test'

/** What the letter keys in use here give on each layout. */
const LETTERS = {
  English: { KeyT: 't', KeyE: 'e', KeyN: 'n' },
  Hebrew: { KeyT: 'א', KeyE: 'ק', KeyN: 'מ' },
}

export type Layout = keyof typeof LETTERS
type Letter = keyof (typeof LETTERS)['English']
type Chord = Letter | 'Enter' | 'Escape' | 'Control+Enter' | 'Control+Shift+Enter'

/** A keyboard that counts what an agent has to press; typing words is work no tool can spare. */
export async function keyboardOf(page: Page, layout: Layout) {
  const wire = await page.context().newCDPSession(page)
  const letters: Record<string, string> = LETTERS[layout]
  let presses = 0

  async function press(chord: Chord) {
    presses++
    const key = letters[chord]
    if (!key) return page.keyboard.press(chord)
    const stroke = { key, code: chord, windowsVirtualKeyCode: chord.charCodeAt(3) }
    await wire.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...stroke })
    await wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
  }
  /** How many presses a task takes. */
  async function count(task: () => Promise<unknown>) {
    const before = presses
    await task()
    return presses - before
  }

  return { press, count, type: (words: string) => page.keyboard.insertText(words) }
}
