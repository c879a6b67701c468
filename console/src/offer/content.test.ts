import { expect, it } from 'vitest'
import { contentOf } from './content'
import { draftOf, emptyDraft } from './draft'
import { shownAs } from './shown'

it('leaves out what nobody filled in', () => {
  const content = contentOf('buttons', { ...emptyDraft, body: ' Which? ', buttons: ['Red', ' ', 'White '] })
  expect(content).toEqual({ type: 'menu', body: 'Which?', offer: { buttons: [{ title: 'Red' }, { title: 'White' }] } })
})

it('sends one product alone, and several under a heading', () => {
  const draft = { ...emptyDraft, catalogId: 'c1', header: 'Flowers', body: 'All', shelves: [{ title: '', products: 'rose\n\n' }] }
  expect(contentOf('products', draft)).toMatchObject({ type: 'product', offer: { products: { sections: [{ products: ['rose'] }] } } })
  expect(contentOf('products', draft)).not.toHaveProperty('offer.header')
  const several = { ...draft, shelves: [{ title: '', products: 'rose\nlily' }] }
  expect(contentOf('products', several)).toMatchObject({ type: 'product-list', offer: { header: { text: 'Flowers' } } })
})

it('gives back what was refused, so that nothing has to be written again', () => {
  const row = { title: 'Monday', description: 'at noon' }
  const drafts = {
    list: { ...emptyDraft, header: 'h', body: 'b', footer: 'f', button: 'Days', sections: [{ title: 's', rows: [row] }] },
    location: { ...emptyDraft, latitude: '32.5', longitude: '-34', name: 'Square' },
    contacts: { ...emptyDraft, people: [{ name: 'Dana', organization: 'Bloom', phone: '+1', email: 'd@test.example' }] },
    link: { ...emptyDraft, body: 'b', button: 'Open', url: 'https://test.example' },
    flow: { ...emptyDraft, body: 'b', flowId: '7', button: 'Book', screen: 'S', values: '{"a":1}' },
    products: { ...emptyDraft, header: 'h', body: 'b', catalogId: 'c', shelves: [{ title: 's', products: 'rose\nlily' }] },
  }
  for (const kind of Object.keys(drafts) as (keyof typeof drafts)[])
    expect(draftOf(contentOf(kind, drafts[kind]))).toEqual({ kind, draft: drafts[kind] })
})

it('shows what is written as the thread will show it', () => {
  const content = contentOf('link', { ...emptyDraft, header: 'Shop', body: 'Come in', button: 'Open', url: 'https://test.example' })
  expect(shownAs(content)).toEqual({
    type: 'link',
    body: 'Come in',
    details: { offer: { header: { type: 'text', text: 'Shop' }, link: { button: 'Open', url: 'https://test.example' } } },
  })
})
