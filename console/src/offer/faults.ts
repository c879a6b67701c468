import type { Limits } from '../api/types'
import { linesOf, written } from './content'
import type { OfferDraft } from './draft'
import type { OfferKind } from './kinds'

/** Why a field cannot stay as it is; the server refuses for the same reasons. */
export type Fault =
  | { rule: 'missing' | 'reach' | 'address' | 'degrees' | 'json' | 'repeated' }
  | { rule: 'tooLong'; over: number; most: number }
  | { rule: 'tooMany'; most: number }

export type Faults = Record<string, Fault>

/** The fields that keep a message from being sent, by the names the forms give them. */
export function faultsOf(kind: OfferKind, draft: OfferDraft, limits: Limits): Faults {
  const faults: Faults = {}
  const { offers, nameCharacters, addressCharacters } = limits
  const add = (field: string, fault: Fault | false) => fault && (faults[field] ??= fault)
  /** The server counts the same: in UTF-16, without the blanks around. */
  const upTo = (field: string, text: string, most: number) =>
    add(field, text.trim().length > most && { rule: 'tooLong', over: text.trim().length - most, most })
  const needed = (field: string, text: string, most: number) => {
    add(field, !text.trim() && { rule: 'missing' })
    upTo(field, text, most)
  }
  const count = (field: string, number: number, most: number) => {
    add(field, number === 0 && { rule: 'missing' })
    add(field, number > most && { rule: 'tooMany', most })
  }
  const offered = (headed: boolean) => {
    needed('body', draft.body, offers.bodyCharacters)
    upTo('footer', draft.footer, offers.footerCharacters)
    if (headed) upTo('header', draft.header, offers.headerCharacters)
  }
  const degrees = (field: string, text: string, most: number) => {
    const number = Number(text.trim().replace(',', '.'))
    add(field, !text.trim() && { rule: 'missing' })
    add(field, !(Math.abs(number) <= most) && { rule: 'degrees' })
  }
  const products = (most: number) => {
    const shelves = written.shelves(draft.shelves)
    count('shelves', shelves.flatMap((shelf) => shelf.products).length, most)
    draft.shelves.forEach(({ title, products: lines }, at) => {
      const named = shelves.length > 1 && linesOf(lines).length > 0
      if (named) needed(`shelves.${at}.title`, title, offers.sectionCharacters)
      upTo(`shelves.${at}.title`, title, offers.sectionCharacters)
      add(`shelves.${at}.products`, Boolean(title.trim()) && linesOf(lines).length === 0 && { rule: 'missing' })
    })
  }

  switch (kind) {
    case 'location':
      degrees('latitude', draft.latitude, 90)
      degrees('longitude', draft.longitude, 180)
      upTo('name', draft.name, nameCharacters)
      upTo('address', draft.address, nameCharacters)
      break
    case 'contacts':
      count('people', written.people(draft.people).length, limits.people)
      draft.people.forEach(({ name, organization, phone, email }, at) => {
        if (phone.trim() || email.trim() || organization.trim()) needed(`people.${at}.name`, name, nameCharacters)
        add(`people.${at}.phone`, Boolean(name.trim()) && !phone.trim() && !email.trim() && { rule: 'reach' })
        for (const [field, text] of Object.entries({ name, organization, phone, email })) upTo(`people.${at}.${field}`, text, nameCharacters)
      })
      break
    case 'buttons':
      offered(true)
      count('buttons', written.buttons(draft.buttons).length, offers.buttons)
      draft.buttons.forEach((title, at) => {
        upTo(`buttons.${at}`, title, offers.buttonCharacters)
        const before = draft.buttons.slice(0, at).map((one) => one.trim())
        add(`buttons.${at}`, Boolean(title.trim()) && before.includes(title.trim()) && { rule: 'repeated' })
      })
      break
    case 'list':
      offered(true)
      needed('button', draft.button, offers.buttonCharacters)
      count('sections', written.sections(draft.sections).flatMap(({ rows }) => rows).length, offers.rows)
      draft.sections.forEach(({ title, rows }, at) => {
        const named = written.sections(draft.sections).length > 1 && written.sections([{ title, rows }]).length > 0
        if (named) needed(`sections.${at}.title`, title, offers.sectionCharacters)
        upTo(`sections.${at}.title`, title, offers.sectionCharacters)
        rows.forEach((row, line) => {
          if (row.description.trim()) needed(`sections.${at}.rows.${line}.title`, row.title, offers.rowCharacters)
          upTo(`sections.${at}.rows.${line}.title`, row.title, offers.rowCharacters)
          upTo(`sections.${at}.rows.${line}.description`, row.description, offers.rowDescriptionCharacters)
        })
      })
      break
    case 'link':
      offered(true)
      needed('button', draft.button, offers.buttonCharacters)
      needed('url', draft.url, addressCharacters)
      add('url', !/^https?:\/\/[^\s/]\S*$/i.test(draft.url.trim()) && { rule: 'address' })
      break
    case 'flow':
      offered(true)
      needed('flowId', draft.flowId, nameCharacters)
      needed('button', draft.button, offers.flowButtonCharacters)
      if (draft.values.trim()) needed('screen', draft.screen, nameCharacters)
      add('values', Boolean(draft.values.trim()) && !isFilledObject(draft.values) && { rule: 'json' })
      break
    case 'products': {
      const several = written.shelves(draft.shelves).flatMap((shelf) => shelf.products).length > 1
      needed('catalogId', draft.catalogId, nameCharacters)
      products(offers.products)
      if (several) needed('header', draft.header, offers.headerCharacters)
      if (several) needed('body', draft.body, offers.bodyCharacters)
      upTo('body', draft.body, offers.bodyCharacters)
      upTo('footer', draft.footer, offers.footerCharacters)
      break
    }
    case 'catalog':
      offered(false)
      break
    case 'location-request':
    case 'contact-request':
      needed('body', draft.body, offers.bodyCharacters)
  }
  return faults
}

function isFilledObject(json: string) {
  try {
    const read: unknown = JSON.parse(json)
    return typeof read === 'object' && read !== null && !Array.isArray(read) && Object.keys(read).length > 0
  } catch {
    return false
  }
}
