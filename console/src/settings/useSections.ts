import { permitted } from '../app/places'
import { usePermissions } from '../session/me'
import { sections } from './sections'

/** The pages of the settings that are open to whoever is signed in. */
export const useSections = () => sections.filter(permitted(usePermissions()))
