import type { Permission } from '../api/types'

/** Everything a key can do; menus, tooltips and the overlay read the same list. Keys are physical, so layouts do not matter. */
export const actions = [
  { id: 'next', label: 'keys.next', codes: ['KeyJ', 'ArrowDown'], shown: 'J' },
  { id: 'previous', label: 'keys.previous', codes: ['KeyK', 'ArrowUp'], shown: 'K' },
  { id: 'open', label: 'keys.open', codes: ['Enter'], shown: 'Enter' },
  { id: 'take', label: 'keys.take', codes: ['KeyT'], shown: 'T', permission: 'ASSIGN_CONVERSATIONS' },
  { id: 'transfer', label: 'keys.transfer', codes: ['KeyT'], shown: 'Shift T', permission: 'ANSWER_CONVERSATIONS', shift: true },
  { id: 'acceptOffer', label: 'keys.acceptOffer', codes: ['KeyY'], shown: 'Y', permission: 'ANSWER_CONVERSATIONS' },
  { id: 'declineOffer', label: 'keys.declineOffer', codes: ['KeyX'], shown: 'X', permission: 'ANSWER_CONVERSATIONS' },
  { id: 'resolve', label: 'keys.resolve', codes: ['KeyE'], shown: 'E', permission: 'ANSWER_CONVERSATIONS' },
  { id: 'resolveWith', label: 'keys.resolveWith', codes: ['KeyE'], shown: 'Shift E', permission: 'ANSWER_CONVERSATIONS', shift: true },
  { id: 'snooze', label: 'keys.snooze', codes: ['KeyZ'], shown: 'Z', permission: 'ANSWER_CONVERSATIONS' },
  { id: 'finish', label: 'keys.finish', codes: ['Enter'], shown: 'Ctrl Shift Enter', permission: 'ANSWER_CONVERSATIONS', command: true, shift: true },
  { id: 'reply', label: 'keys.reply', codes: ['KeyR'], shown: 'R', permission: 'ANSWER_CONVERSATIONS' },
  { id: 'note', label: 'keys.note', codes: ['KeyN'], shown: 'N', permission: 'ANSWER_CONVERSATIONS' },
  { id: 'panel', label: 'keys.panel', codes: ['KeyI'], shown: 'I' },
  { id: 'availability', label: 'keys.availability', codes: ['KeyA'], shown: 'A', permission: 'ANSWER_CONVERSATIONS' },
  { id: 'search', label: 'keys.search', codes: ['KeyK'], shown: 'Ctrl K', command: true },
  { id: 'searchAll', label: 'keys.searchAll', codes: ['Slash'], shown: '/', permission: 'READ_CONVERSATIONS' },
  { id: 'back', label: 'keys.back', codes: ['Escape'], shown: 'Esc' },
  { id: 'help', label: 'keys.help', codes: ['Slash'], shown: '?', shift: true },
] as const satisfies readonly {
  id: string
  label: `keys.${string}`
  codes: readonly string[]
  shown: string
  permission?: Permission
  command?: boolean
  shift?: boolean
}[]

export type ActionId = (typeof actions)[number]['id']

export const keyOf = (id: ActionId) => actions.find((action) => action.id === id)!.shown

/** A key press as far as choosing an action goes. */
export interface Press {
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

export function actionFor(press: Press, singleKeys: boolean): ActionId | undefined {
  if (press.altKey) return undefined
  const command = press.ctrlKey || press.metaKey
  return actions.find((action) => {
    const needsCommand = 'command' in action
    const needsShift = 'shift' in action
    const always = needsCommand || action.id === 'back'
    return (
      (action.codes as readonly string[]).includes(press.code) &&
      needsCommand === command &&
      needsShift === press.shiftKey &&
      (singleKeys || always)
    )
  })?.id
}
