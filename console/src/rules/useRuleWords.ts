import { useTranslation } from 'react-i18next'
import type { RuleAction, RuleCondition } from '../api/types'
import type { Trigger } from './draft'
import { nameOf, useChoices, type Choice } from './useChoices'

type Priority = NonNullable<RuleAction['priority']>

/** What a rule says, in sentences. */
export function useRuleWords() {
  const { t, i18n } = useTranslation()
  const choices = useChoices()
  const any = (words: string[]) => new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(words)
  const all = (words: string[]) => new Intl.ListFormat(i18n.language).format(words)
  const gone = t('rules.gone')
  const named = (of: Choice[], ids: readonly string[] | null | undefined) => any((ids ?? []).map((id) => nameOf(of, id) ?? gone))
  const quoted = (words: readonly string[] | null | undefined) => any((words ?? []).map((word) => t('rules.quoted', { word })))

  const trigger = (on: Trigger, minutes: number | null | undefined) => {
    const count = minutes ?? 0
    switch (on) {
      case 'waiting':
        return t('rules.when.waiting', { count })
      case 'unanswered':
        return t('rules.when.unanswered', { count })
      case 'open':
        return t('rules.when.open', { count })
      default:
        return t(`rules.when.${on}`)
    }
  }

  const condition = ({ type, words, ids, from, to, timeZone }: RuleCondition) => {
    switch (type) {
      case 'channel':
        return t('rules.if.channel', { names: named(choices.channels, ids) })
      case 'department':
        return t('rules.if.department', { names: named(choices.departments, ids) })
      case 'words':
        return t('rules.if.words', { words: quoted(words) })
      case 'label':
        return t('rules.if.label', { words: quoted(words) })
      case 'contact_label':
        return t('rules.if.contactLabel', { words: quoted(words) })
      case 'language':
        return t('rules.if.language', { names: any((words ?? []).map(choices.language)) })
      case 'country':
        return t('rules.if.country', { names: any((words ?? []).map(choices.country)) })
      case 'acquaintance':
        return words?.includes('new') ? t('rules.if.new') : t('rules.if.known')
      case 'hours':
        return t(words?.includes('open') ? 'rules.if.open' : 'rules.if.closed', { name: named(choices.calendars, ids) })
      case 'priority':
        return t('rules.if.priority', { names: any((words ?? []).map((word) => t(`skills.priority.${word as Priority}`))) })
      case 'time_of_day':
        return t('rules.if.timeOfDay', { from, to, zone: timeZone?.replaceAll('_', ' ') })
    }
  }

  const action = ({ type, priority, labels, id, level, required, url }: RuleAction) => {
    switch (type) {
      case 'priority':
        return t('rules.then.priority', { name: t(`skills.priority.${priority ?? 'normal'}`) })
      case 'labels':
        return t('rules.then.labels', { words: all((labels ?? []).map((word) => t('rules.quoted', { word }))) })
      case 'department':
        return t('rules.then.department', { name: nameOf(choices.departments, id) ?? gone })
      case 'agent':
        return t('rules.then.agent', { name: nameOf(choices.agents, id) ?? gone })
      case 'skill':
        return t(required ? 'rules.then.required' : 'rules.then.preferred', { name: nameOf(choices.skills, id) ?? gone, level })
      case 'text':
        return t('rules.then.text')
      case 'user':
        return t('rules.then.user', { name: nameOf(choices.users, id) ?? gone })
      case 'managers':
        return t('rules.then.managers')
      case 'webhook':
        return t('rules.then.webhook', { address: url ?? '' })
    }
  }

  return { trigger, condition, action }
}
