/** A key by its place on the keyboard, so that layouts do not matter, and what is held with it. */
export interface Key {
  code: string
  /** Ctrl, or Command on a Mac. */
  command?: boolean
  shift?: boolean
}

/** A key press as far as choosing an action goes. */
export interface Press {
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const commands = ({ ctrlKey, metaKey }: Press) => ctrlKey || metaKey

/** Alt is the menus' of browsers, and writes letters in many layouts: nothing here is done by it. */
export const matches = ({ code, command = false, shift = false }: Key, press: Press) =>
  !press.altKey && press.code === code && commands(press) === command && press.shiftKey === shift

/** By letters, digits and signs; those that only hold others, or move and edit, do nothing by themselves here. */
const CHOOSABLE = /^(Key[A-Z]|Digit\d|F[2489]|Comma|Period|Slash|Semicolon|Quote|BracketLeft|BracketRight|Backslash|Backquote|Minus|Equal)$/
/** With Ctrl, browsers keep these to themselves, or everybody expects of them what they always do. */
const RESERVED = /^Key[ACDFGHJLNOPQRSTUVWXYZ]$|^Digit\d$|^Minus$|^Equal$|^F\d$/

/** The key that was pressed, where it may be chosen for something. */
export function chosen(press: Press): Key | 'reserved' | undefined {
  if (press.altKey || !CHOOSABLE.test(press.code)) return undefined
  const command = commands(press)
  if (command && (press.shiftKey || RESERVED.test(press.code))) return 'reserved'
  return { code: press.code, ...(command && { command }), ...(press.shiftKey && { shift: true }) }
}

const SIGNS: Record<string, string> = {
  Comma: ',', Period: '.', Slash: '/', Semicolon: ';', Quote: "'", BracketLeft: '[', BracketRight: ']', Backslash: '\\', Backquote: '`', Minus: '-', Equal: '=',
  Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓',
} // prettier-ignore

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** How a key is called on screen. */
export function nameOf({ code, command, shift }: Key) {
  if (code === 'Slash' && shift && !command) return '?'
  const own = SIGNS[code] ?? code.replace(/^(Key|Digit)/, '')
  return [...(command ? [isMac ? '⌘' : 'Ctrl'] : []), ...(shift ? ['Shift'] : []), own].join(' ')
}
