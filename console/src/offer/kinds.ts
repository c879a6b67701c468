import { createStore } from '../ui/store'

/** What can be put together for a contact beside words and files. */
export const KINDS = ['location', 'contacts', 'buttons', 'list', 'link', 'location-request', 'contact-request', 'flow', 'products', 'catalog'] as const

export type OfferKind = (typeof KINDS)[number]

/** What somebody puts together or chooses now, and for which conversation. */
export const composing = createStore<{ conversationId: string; kind: OfferKind | 'template' } | null>(null)
