import type { Permission } from '../api/types'
import { type Key, matches, nameOf, type Press } from './key'

/** Everything a key can do; menus, tooltips, the palette and the overlay read the same list. */
export const actions = [
  { id: 'next', label: 'keys.next', keys: [{ code: 'KeyJ' }, { code: 'ArrowDown' }] },
  { id: 'previous', label: 'keys.previous', keys: [{ code: 'KeyK' }, { code: 'ArrowUp' }] },
  { id: 'open', label: 'keys.open', keys: [{ code: 'Enter' }], fixed: true },
  { id: 'take', label: 'keys.take', keys: [{ code: 'KeyT' }], permission: 'ASSIGN_CONVERSATIONS' },
  { id: 'transfer', label: 'keys.transfer', keys: [{ code: 'KeyT', shift: true }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'acceptOffer', label: 'keys.acceptOffer', keys: [{ code: 'KeyY' }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'declineOffer', label: 'keys.declineOffer', keys: [{ code: 'KeyX' }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'resolve', label: 'keys.resolve', keys: [{ code: 'KeyE' }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'resolveWith', label: 'keys.resolveWith', keys: [{ code: 'KeyE', shift: true }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'snooze', label: 'keys.snooze', keys: [{ code: 'KeyZ' }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'finish', label: 'keys.finish', keys: [{ code: 'Enter', command: true, shift: true }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'canned', label: 'keys.canned', keys: [{ code: 'Slash', command: true }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'reply', label: 'keys.reply', keys: [{ code: 'KeyR' }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'note', label: 'keys.note', keys: [{ code: 'KeyN' }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'panel', label: 'keys.panel', keys: [{ code: 'KeyI' }] },
  { id: 'availability', label: 'keys.availability', keys: [{ code: 'KeyA' }], permission: 'ANSWER_CONVERSATIONS' },
  { id: 'search', label: 'keys.search', keys: [{ code: 'Slash' }], permission: 'READ_CONVERSATIONS' },
  { id: 'searchAll', label: 'keys.searchAll', keys: [{ code: 'KeyS' }], permission: 'READ_CONVERSATIONS' },
  { id: 'palette', label: 'keys.palette', keys: [{ code: 'KeyK', command: true }] },
  { id: 'back', label: 'keys.back', keys: [{ code: 'Escape' }], fixed: true },
  { id: 'help', label: 'keys.help', keys: [{ code: 'Slash', shift: true }] },
] as const satisfies readonly Action[]

interface Action {
  id: string
  label: `keys.${string}`
  keys: readonly Key[]
  permission?: Permission
  /** What every program does by this key stays there. */
  fixed?: boolean
}

export type ActionId = (typeof actions)[number]['id']

/** Keys that somebody has chosen in place of ours. */
export type OwnKeys = Partial<Record<ActionId, Key>>

export const byId = (id: ActionId): (typeof actions)[number] & Action => actions.find((action) => action.id === id)!

export const keysOf = (id: ActionId, own: OwnKeys): readonly Key[] => {
  const chosen = own[id]
  return chosen ? [chosen] : byId(id).keys
}

export const shownKeyOf = (id: ActionId, own: OwnKeys) => nameOf(keysOf(id, own)[0]!)

/** What a key press asks for. Whoever has switched single keys off keeps those with Ctrl or Command, and Escape. */
export function actionFor(press: Press, singleKeys: boolean, own: OwnKeys = {}): ActionId | undefined {
  return actions.find(({ id }) =>
    keysOf(id, own).some((key) => matches(key, press) && (singleKeys || key.command || id === 'back')),
  )?.id
}

/** Whose key it already is, other than that of one action. */
export const takenBy = (key: Key, but: ActionId, own: OwnKeys): ActionId | undefined =>
  actions.find(({ id }) => id !== but && keysOf(id, own).some((other) => nameOf(other) === nameOf(key)))?.id
