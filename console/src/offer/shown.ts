import type { Content, ReplyContent } from '../api/types'

/** How what is written here will look in the thread; undefined for what the server must look at first. */
export function shownAs(content: ReplyContent): Content | undefined {
  switch (content.type) {
    case 'text':
      return { type: 'text', body: content.body }
    case 'location': {
      const { latitude, longitude, name, address } = content.place
      return { type: 'location', details: { place: { latitude: latitude ?? 0, longitude: longitude ?? 0, name: name ?? null, address: address ?? null } } }
    }
    case 'contacts': {
      const people = content.people.map((one) => ({
        name: one.name ?? '',
        organization: one.organization ?? null,
        phones: one.phones ?? [],
        emails: one.emails ?? [],
        addresses: [],
        urls: [],
        birthday: null,
      }))
      return { type: 'contacts', details: { people } }
    }
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
    case 'sticker':
    case 'template':
    case 'reaction':
      return undefined
    default: {
      const { header, cards: _, ...rest } = content.offer ?? {}
      const above = header && header.type === 'text' ? { type: 'text', text: header.text } : undefined
      return { type: content.type, body: content.body ?? undefined, details: { offer: { ...rest, header: above } } }
    }
  }
}

/** Whether nothing that anybody would see has been written yet. */
export function isBlank(content: ReplyContent) {
  switch (content.type) {
    case 'location':
      return ![content.place.latitude, content.place.longitude].every(Number.isFinite)
    case 'contacts':
      return content.people.every(({ name }) => !name?.trim())
    case 'product':
      return false
    default:
      return !('body' in content && content.body?.trim())
  }
}
