import { usePreferences } from '../ui/preferences'
import { type ActionId, shownKeyOf } from './actions'

/** How the keys of actions are called, as whoever sits here has them. */
export function useKeyName() {
  const { ownKeys } = usePreferences()
  return (id: ActionId) => shownKeyOf(id, ownKeys)
}
