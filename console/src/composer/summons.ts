import { createStore } from '../ui/store'

/** The conversation that somebody is about to write in: its text field takes the focus as soon as it is there. */
export const summons = createStore<string | null>(null)
