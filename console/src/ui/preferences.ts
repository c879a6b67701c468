import type { OwnKeys } from '../keys/actions'
import { createStore, useStore } from './store'

/** What a person prefers on this machine. */
export interface Preferences {
  density: 'comfortable' | 'compact'
  /** Whether keys by themselves do anything. */
  keys: boolean
  ownKeys: OwnKeys
  sound: boolean
  panel: boolean
  phone: boolean
  listWidth: number
  panelWidth: number
  dockWidth: number
}

const KEY = 'moked.preferences'
const DEFAULTS: Preferences = {
  density: 'comfortable',
  keys: true,
  ownKeys: {},
  sound: true,
  panel: true,
  phone: false,
  listWidth: 360,
  panelWidth: 296,
  dockWidth: 372,
}

function load(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) }
  } catch {
    return DEFAULTS
  }
}

const store = createStore(load())

export const preferences = () => store.get()
export const usePreferences = () => useStore(store)

export function prefer(change: Partial<Preferences>) {
  store.set({ ...store.get(), ...change })
  localStorage.setItem(KEY, JSON.stringify(store.get()))
}
