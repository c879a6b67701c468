import { permitted } from '../app/places'
import { usePermissions } from '../session/me'
import { sections } from './sections'

/** The pages of the settings that are open to whoever is signed in, in their groups. */
export function useSections() {
  const may = usePermissions()
  const open = sections.filter(permitted(may))
  const business = may('OPERATE') ? 'platform' : 'business'
  return (['own', 'business'] as const)
    .map((group) => ({ group: group === 'own' ? group : business, sections: open.filter((section) => section.group === group) }) as const)
    .filter((some) => some.sections.length > 0)
}
