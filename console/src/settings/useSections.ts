import { permitted } from '../app/places'
import { usePermissions } from '../session/me'
import { sections } from './sections'

/** The pages of the settings that are open to whoever is signed in, in their groups. */
export function useSections() {
  const open = sections.filter(permitted(usePermissions()))
  return (['own', 'business'] as const)
    .map((group) => ({ group, sections: open.filter((section) => section.group === group) }))
    .filter((some) => some.sections.length > 0)
}
