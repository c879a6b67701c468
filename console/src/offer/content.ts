import type { ReplyContent } from '../api/types'
import type { OfferDraft, SectionDraft, ShelfDraft } from './draft'
import type { OfferKind } from './kinds'

const some = (text: string) => text.trim() || undefined
const degrees = (text: string) => (text.trim() ? Number(text.trim().replace(',', '.')) : NaN)
export const linesOf = (text: string) => text.split('\n').flatMap((line) => line.trim() || [])

/** Rows and sections in which nothing stands are not there. */
export const written = {
  buttons: (buttons: string[]) => buttons.filter(some),
  sections: (sections: SectionDraft[]) =>
    sections
      .map(({ title, rows }) => ({ title, rows: rows.filter((row) => some(row.title) || some(row.description)) }))
      .filter(({ title, rows }) => some(title) || rows.length > 0),
  shelves: (shelves: ShelfDraft[]) =>
    shelves.map(({ title, products }) => ({ title, products: linesOf(products) })).filter(({ title, products }) => some(title) || products.length > 0),
  people: (people: OfferDraft['people']) => people.filter((one) => Object.values(one).some(some)),
}

/** The message that a form stands for, whether it can be sent like this or not. */
export function contentOf(kind: OfferKind, draft: OfferDraft): ReplyContent {
  const body = some(draft.body)
  const around = {
    ...(some(draft.header) && { header: { type: 'text', text: draft.header.trim() } }),
    ...(some(draft.footer) && { footer: draft.footer.trim() }),
  }
  switch (kind) {
    case 'location': {
      const { latitude, longitude, name, address } = draft
      return { type: 'location', place: { latitude: degrees(latitude), longitude: degrees(longitude), name: some(name), address: some(address) } }
    }
    case 'contacts':
      return {
        type: 'contacts',
        people: written.people(draft.people).map(({ name, organization, phone, email }) => ({
          name: name.trim(),
          organization: some(organization),
          phones: linesOf(phone),
          emails: linesOf(email),
        })),
      }
    case 'buttons':
      return { type: 'menu', body, offer: { ...around, buttons: written.buttons(draft.buttons).map((title) => ({ title: title.trim() })) } }
    case 'list':
      return { type: 'menu', body, offer: { ...around, list: { button: draft.button.trim(), sections: sections(draft.sections) } } }
    case 'link':
      return { type: 'link', body, offer: { ...around, link: { button: draft.button.trim(), url: draft.url.trim() } } }
    case 'flow': {
      const { flowId, button, screen, values } = draft
      return { type: 'flow', body, offer: { ...around, flow: { flowId: flowId.trim(), button: button.trim(), screen: some(screen), values: some(values) } } }
    }
    case 'products':
      return products(draft, body, around)
    case 'catalog': {
      const shelves = written.shelves(draft.shelves).map(({ products }) => ({ products }))
      const { header: _, ...under } = around
      return { type: 'catalog', body, offer: { ...under, ...(shelves.length > 0 && { products: { sections: shelves } }) } }
    }
    case 'location-request':
    case 'contact-request':
      return { type: kind, body }
  }
}

const sections = (drafts: SectionDraft[]) =>
  written.sections(drafts).map(({ title, rows }) => ({
    title: some(title),
    rows: rows.map((row) => ({ title: row.title.trim(), description: some(row.description) })),
  }))

/** One product is shown large, with nothing above it; several make a list. */
function products(draft: OfferDraft, body: string | undefined, { header, ...under }: { header?: { type: string; text: string } }): ReplyContent {
  const shelves = written.shelves(draft.shelves)
  const offered = { catalogId: draft.catalogId.trim(), sections: shelves.map(({ title, products }) => ({ title: some(title), products })) }
  const several = shelves.flatMap(({ products }) => products).length > 1
  return several
    ? { type: 'product-list', body, offer: { header, ...under, products: offered } }
    : { type: 'product', body, offer: { ...under, products: offered } }
}
