import type { ParseKeys } from 'i18next'
import type { Place } from '../app/places'

/** A page of the settings, with its name and the sentence that says what is set there. */
export interface Section extends Place {
  group: 'own' | 'business'
  label: ParseKeys
  lead: ParseKeys
}

/** In the order of their navigation. What is one's own is open to everybody. */
export const sections: readonly Section[] = [
  { group: 'own', under: '/settings/profile', label: 'own.profile.title', lead: 'own.profile.lead' },
  { group: 'own', under: '/settings/security', label: 'own.security.title', lead: 'own.security.lead' },
  { group: 'own', under: '/settings/sessions', label: 'own.sessions.title', lead: 'own.sessions.lead' },
  { group: 'business', under: '/settings/policy', label: 'policy.title', lead: 'policy.lead', permission: 'MANAGE_SECURITY_POLICY' },
]
