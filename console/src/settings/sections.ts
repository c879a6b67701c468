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
  { group: 'own', under: '/settings/keyboard', label: 'keyboard.title', lead: 'keyboard.lead' },
  { group: 'own', under: '/settings/times', label: 'attendance.own', lead: 'attendance.ownLead', permission: 'ANSWER_CONVERSATIONS' },
  { group: 'business', under: '/settings/users', label: 'users.title', lead: 'users.lead', permission: 'MANAGE_USERS' },
  { group: 'business', under: '/settings/roles', label: 'roles.title', lead: 'roles.lead', permission: 'MANAGE_ROLES' },
  { group: 'business', under: '/settings/hours', label: 'calendars.title', lead: 'calendars.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/departments', label: 'departments.title', lead: 'departments.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/texts', label: 'greetings.title', lead: 'greetings.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/agents', label: 'agents.title', lead: 'agents.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/breaks', label: 'attendance.title', lead: 'attendance.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/skills', label: 'skills.title', lead: 'skills.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/targets', label: 'targets.title', lead: 'targets.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/rules', label: 'rules.title', lead: 'rules.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/endings', label: 'endings.title', lead: 'endings.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/simulation', label: 'simulation.title', lead: 'simulation.lead', permission: 'MANAGE_DEPARTMENTS' },
  { group: 'business', under: '/settings/channels', label: 'channels.title', lead: 'channels.lead', permission: 'MANAGE_CHANNELS' },
  { group: 'business', under: '/settings/templates', label: 'templates.title', lead: 'templates.lead', permission: 'MANAGE_CHANNELS' },
  { group: 'business', under: '/settings/tokens', label: 'tokens.title', lead: 'tokens.lead', permission: 'MANAGE_API_TOKENS' },
  { group: 'business', under: '/settings/policy', label: 'policy.title', lead: 'policy.lead', permission: 'MANAGE_SECURITY_POLICY' },
]
