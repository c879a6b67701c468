import { describe, expect, it } from 'vitest'
import { readMarks, type Piece } from './marks'

const show = (pieces: Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      if (piece.kind === 'link') return `<a ${piece.href}>${piece.text}</a>`
      if (piece.kind === 'mono') return `<mono>${piece.text}</mono>`
      return `<${piece.kind}>${show(piece.pieces)}</${piece.kind}>`
    })
    .join('')

describe('the marks of WhatsApp', () => {
  it.each([
    ['plain words', 'plain words'],
    ['a *bold* word', 'a <bold>bold</bold> word'],
    ['_italic_ and ~gone~', '<italic>italic</italic> and <strike>gone</strike>'],
    ['*both _at_ once*', '<bold>both <italic>at</italic> once</bold>'],
    ['```a *b* c```', '<mono>a *b* c</mono>'],
    ['`code`', '<mono>code</mono>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['* not bold*', '* not bold*'],
    ['זר *גדול* בבקשה', 'זר <bold>גדול</bold> בבקשה'],
    ['<b>no markup</b>', '<b>no markup</b>'],
  ])('reads %s', (body, shown) => {
    expect(show(readMarks(body))).toBe(shown)
  })

  it.each([
    ['see https://bloom.example/a_b_c.', 'see <a https://bloom.example/a_b_c>https://bloom.example/a_b_c</a>.'],
    ['www.bloom.example!', '<a https://www.bloom.example>www.bloom.example</a>!'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('links only what is an address of the web: %s', (body, shown) => {
    expect(show(readMarks(body))).toBe(shown)
  })
})
