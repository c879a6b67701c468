import type { Rule, RuleAction, RuleCondition, RuleTerms, WantedRule } from '../api/types'

export const TRIGGERS = ['opening', 'message', 'label', 'waiting', 'unanswered', 'open'] as const
export const CONDITIONS = ['words', 'channel', 'department', 'acquaintance', 'hours', 'time_of_day', 'language', 'country', 'contact_label', 'label', 'priority'] as const
export const ACTIONS = ['department', 'agent', 'priority', 'skill', 'labels', 'text', 'user', 'managers', 'webhook'] as const
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const

export type Trigger = Rule['trigger']

/** One of several of a kind, which keeps its place on the screen while others come and go. */
export type Keyed<T> = T & { key: number }

export interface Draft {
  name: string
  enabled: boolean
  trigger: Trigger
  minutes: number | ''
  conditions: Keyed<RuleCondition>[]
  actions: Keyed<RuleAction>[]
}

let keys = 0
export const keyed = <T extends object>(one: T): Keyed<T> => ({ ...one, key: ++keys })

export const isTimed = (trigger: Trigger) => trigger === 'waiting' || trigger === 'unanswered' || trigger === 'open'

export const newCondition = (type: RuleCondition['type']): RuleCondition => ({
  type,
  words: type === 'acquaintance' ? ['new'] : type === 'hours' ? ['closed'] : [],
  ids: [],
  from: type === 'time_of_day' ? '22:00' : null,
  to: type === 'time_of_day' ? '06:00' : null,
  timeZone: type === 'time_of_day' ? Intl.DateTimeFormat().resolvedOptions().timeZone : null,
})

export const newAction = (type: RuleAction['type']): RuleAction => ({
  type,
  priority: type === 'priority' ? 'high' : null,
  labels: [],
  id: null,
  level: type === 'skill' ? 1 : null,
  required: false,
  english: null,
  hebrew: null,
  url: null,
})

export const draftOf = (rule: Rule | undefined): Draft =>
  rule
    ? {
        name: rule.name,
        enabled: rule.enabled,
        trigger: rule.trigger,
        minutes: rule.minutes ?? '',
        conditions: rule.conditions.map(keyed),
        actions: rule.actions.map(keyed),
      }
    : { name: '', enabled: true, trigger: 'opening', minutes: '', conditions: [], actions: [keyed(newAction('labels'))] }

/** What is told of it does not depend on where it stood on the screen. */
const bare = <T extends object>({ key: _, ...rest }: Keyed<T>) => rest as unknown as T

export const termsOf = ({ trigger, minutes, conditions, actions }: Draft): RuleTerms => ({
  trigger,
  minutes: isTimed(trigger) && minutes !== '' ? minutes : null,
  conditions: conditions.map(bare<RuleCondition>),
  actions: actions.map(bare<RuleAction>),
})

export const wanted = (draft: Draft): WantedRule => ({ name: draft.name.trim(), enabled: draft.enabled, ...termsOf(draft) })

/** The same rules with one of them a place further up or down. */
export function moved(ids: string[], id: string, by: -1 | 1) {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return ids
  const rest = ids.filter((one) => one !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}
