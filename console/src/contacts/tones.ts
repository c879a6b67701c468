import type { ContactList } from '../api/types'
import type { Tone } from '../ui/Chip'

/** How a list looks as it gets on. */
export const TONES = { read: 'plain', checked: 'plain', running: 'accent', done: 'done', stopped: 'waiting' } as const satisfies Record<ContactList['state'], Tone>
