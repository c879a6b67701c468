import type { NewBroadcast, Template, TemplateVariable } from '../api/types'
import { troubleOf, type Values } from '../templates/filling'
import { createStore } from '../ui/store'

export const FIELDS = ['name', 'first-name', 'phone'] as const

/** What is put into a variable: a text, or what there is of each contact. */
export interface Slot {
  text?: string
  field?: (typeof FIELDS)[number]
  otherwise?: string
}

/** A broadcast as far as it has been thought of. */
export interface Draft {
  clientId: string
  name: string
  channelId: string | null
  template: Template | null
  slots: Record<string, Slot>
  byLanguage: boolean
  /** A segment, a label, or everybody; null as long as nobody is chosen. */
  whom: string | null
  /** As a local time; empty for at once. */
  startsAt: string
  isQuiet: boolean
  from: string
  to: string
  timeZone: string
}

export const EVERYBODY = 'everybody'
const LABEL = 'label:'

/** Everybody with a label, such as all who came with one list. */
export const labelled = (label: string) => LABEL + label

function whomOf(whom: Draft['whom']): Pick<NewBroadcast, 'criteria' | 'segmentId'> {
  if (whom?.startsWith(LABEL)) return { criteria: { labels: [whom.slice(LABEL.length)] } }
  return whom === EVERYBODY || !whom ? { criteria: {} } : { segmentId: whom }
}

export const newDraft = (): Draft => ({
  clientId: crypto.randomUUID(),
  name: '',
  channelId: null,
  template: null,
  slots: {},
  byLanguage: false,
  whom: null,
  startsAt: '',
  isQuiet: true,
  from: '21:00',
  to: '08:00',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})

/** The one that somebody left for a moment, to bring the contacts it is for. */
export const leftFor = createStore<Draft | null>(null)

/** What is begun with: what was left, or nothing; to those with a label where one is given. */
export const begun = (label?: string): Draft => ({ ...(leftFor.get() ?? newDraft()), ...(label && { whom: labelled(label) }) })

/** What comes back from a button or a form needs no value. */
export const asked = ({ variables }: Pick<Template, 'variables'>) =>
  variables.filter(({ kind }) => kind !== 'payload' && kind !== 'flow-token')

/** Whether something of each contact's can be put there. */
export const isText = ({ kind }: Pick<TemplateVariable, 'kind'>) => kind === 'text' || kind === 'link-ending' || kind === 'code'

export const troubleIn = (variable: TemplateVariable, slot: Slot = {}) =>
  slot.field ? slot.otherwise && troubleOf(variable, slot.otherwise) : troubleOf(variable, slot.text)

export type Step = 'what' | 'whom' | 'when' | 'check'
export const STEPS: readonly Step[] = ['what', 'whom', 'when', 'check']

/** Whether a step leaves nothing open. */
export function isComplete(step: Step, { name, channelId, template, slots, whom, isQuiet, from, to }: Draft) {
  switch (step) {
    case 'what':
      return Boolean(name.trim() && channelId && template) && asked(template!).every((one) => !troubleIn(one, slots[one.key]))
    case 'whom':
      return whom !== null
    case 'when':
      return !isQuiet || Boolean(from && to && from !== to)
    case 'check':
      return true
  }
}

/** How the draft is told to the server; only one whose first steps are complete can be. */
export function wanted(draft: Draft): NewBroadcast {
  const filled = Object.entries(draft.slots).filter(([, { text, field }]) => field ?? text?.trim())
  return {
    clientId: draft.clientId,
    name: draft.name.trim(),
    channelId: draft.channelId!,
    templateId: draft.template!.id,
    byLanguage: draft.byLanguage,
    values: Object.fromEntries(
      filled.map(([key, { text, field, otherwise }]) => [key, field ? { field, otherwise: otherwise?.trim() || undefined } : { text }]),
    ),
    ...whomOf(draft.whom),
    startsAt: draft.startsAt ? new Date(draft.startsAt).toISOString() : undefined,
    timeZone: draft.timeZone,
    quiet: draft.isQuiet ? { from: draft.from, to: draft.to } : undefined,
  }
}

/** What a preview shows: the word for what is of each contact's own. */
export const shown = (slots: Draft['slots'], word: (field: (typeof FIELDS)[number]) => string): Values =>
  Object.fromEntries(Object.entries(slots).map(([key, { text, field }]) => [key, field ? `⟨${word(field)}⟩` : text]))
