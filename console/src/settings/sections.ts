import type { ParseKeys } from 'i18next'
import type { Place } from '../app/places'

/** A page of the settings, with its name and the sentence that says what is set there. */
export interface Section extends Place {
  label: ParseKeys
  lead: ParseKeys
}

/** In the order of their navigation; whoever is permitted none of them sees no settings. */
export const sections: readonly Section[] = []
