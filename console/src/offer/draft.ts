import type { NewOffer, ReplyContent } from '../api/types'
import { keyOf } from '../composer/drafts'
import type { OfferKind } from './kinds'

export interface RowDraft {
  title: string
  description: string
}
export interface SectionDraft {
  title: string
  rows: RowDraft[]
}
export interface PersonDraft {
  name: string
  organization: string
  phone: string
  email: string
}
export interface ShelfDraft {
  title: string
  /** One product on a line. */
  products: string
}

/** Everything that can be filled in; each kind of message has a form for some of it. */
export interface OfferDraft {
  header: string
  body: string
  footer: string
  buttons: string[]
  button: string
  sections: SectionDraft[]
  url: string
  flowId: string
  screen: string
  values: string
  latitude: string
  longitude: string
  name: string
  address: string
  people: PersonDraft[]
  catalogId: string
  shelves: ShelfDraft[]
}

export const emptyRow: RowDraft = { title: '', description: '' }
export const emptyPerson: PersonDraft = { name: '', organization: '', phone: '', email: '' }
export const emptyShelf: ShelfDraft = { title: '', products: '' }

export const emptyDraft: OfferDraft = {
  header: '',
  body: '',
  footer: '',
  buttons: ['', ''],
  button: '',
  sections: [{ title: '', rows: [emptyRow, emptyRow] }],
  url: '',
  flowId: '',
  screen: '',
  values: '',
  latitude: '',
  longitude: '',
  name: '',
  address: '',
  people: [emptyPerson],
  catalogId: '',
  shelves: [emptyShelf],
}

/** What was begun waits, like words do, until it is sent or thrown away. */
export function keptDraft(conversationId: string, kind: OfferKind): OfferDraft {
  try {
    return { ...emptyDraft, ...(JSON.parse(localStorage.getItem(keyOf(conversationId, kind)) ?? '{}') as Partial<OfferDraft>) }
  } catch {
    return emptyDraft
  }
}

export function keepDraft(conversationId: string, kind: OfferKind, draft: OfferDraft | null) {
  if (draft) localStorage.setItem(keyOf(conversationId, kind), JSON.stringify(draft))
  else localStorage.removeItem(keyOf(conversationId, kind))
}

/** What was put together once, to be changed and sent after all; undefined for what is put together elsewhere. */
export function draftOf(content: ReplyContent): { kind: OfferKind; draft: OfferDraft } | undefined {
  switch (content.type) {
    case 'location': {
      const { latitude, longitude, name, address } = content.place
      const place = { latitude: String(latitude), longitude: String(longitude), name: name ?? '', address: address ?? '' }
      return { kind: 'location', draft: { ...emptyDraft, ...place } }
    }
    case 'contacts': {
      const people = content.people.map((one) => ({
        name: one.name ?? '',
        organization: one.organization ?? '',
        phone: one.phones?.[0] ?? '',
        email: one.emails?.[0] ?? '',
      }))
      return { kind: 'contacts', draft: { ...emptyDraft, people } }
    }
    case 'menu':
      return { kind: content.offer?.list ? 'list' : 'buttons', draft: offered(content.body, content.offer) }
    case 'link':
    case 'location-request':
    case 'contact-request':
    case 'flow':
    case 'catalog':
      return { kind: content.type, draft: offered(content.body, content.offer) }
    case 'product':
    case 'product-list':
      return { kind: 'products', draft: offered(content.body, content.offer) }
    default:
      return undefined
  }
}

function offered(body: string | null | undefined, offer: NewOffer | null | undefined): OfferDraft {
  const { header, footer, buttons, list, link, flow, products }: Partial<NewOffer> = offer ?? {}
  return {
    ...emptyDraft,
    header: header?.text ?? '',
    body: body ?? '',
    footer: footer ?? '',
    buttons: buttons?.map(({ title }) => title ?? '') ?? emptyDraft.buttons,
    button: list?.button ?? link?.button ?? flow?.button ?? '',
    sections:
      list?.sections?.map(({ title, rows }) => ({
        title: title ?? '',
        rows: rows?.map((row) => ({ title: row.title ?? '', description: row.description ?? '' })) ?? [emptyRow],
      })) ?? emptyDraft.sections,
    url: link?.url ?? '',
    flowId: flow?.flowId ?? '',
    screen: flow?.screen ?? '',
    values: flow?.values ?? '',
    catalogId: products?.catalogId ?? '',
    shelves: products?.sections?.map((one) => ({ title: one.title ?? '', products: one.products?.join('\n') ?? '' })) ?? emptyDraft.shelves,
  }
}
