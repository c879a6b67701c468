import { describe, expect, it } from 'vitest'
import type { Limits } from '../api/types'
import { formatsOf, megabytesOf, refusalOf } from './files'

const MB = 1024 * 1024
const limits = {
  textCharacters: 4096,
  captionCharacters: 1024,
  noteCharacters: 10_000,
  files: [
    { type: 'image', mimeTypes: ['image/jpeg', 'image/png'], bytes: 5 * MB },
    { type: 'document', mimeTypes: ['text/plain', 'application/pdf'], bytes: 100 * MB },
  ],
} as Limits

describe('a file', () => {
  it.each([
    ['that fits is taken', { size: 5 * MB, type: 'image/png' }, undefined],
    ['with a parameter in its type is taken', { size: 1, type: 'text/plain;charset=utf-8' }, undefined],
    ['without a byte is refused', { size: 0, type: 'image/png' }, { why: 'empty' }],
    ['of a kind WhatsApp does not take is refused', { size: 1, type: 'image/heic' }, { why: 'wrongType' }],
    ['of no known kind is refused', { size: 1, type: '' }, { why: 'wrongType' }],
    ['larger than its kind may be is refused', { size: 5 * MB + 1, type: 'image/png' }, { why: 'tooLarge', limit: limits.files[0] }],
  ])('%s', (_, file, refused) => {
    expect(refusalOf(file, limits)).toEqual(refused)
  })

  it('is left to the server while the limits are unknown', () => {
    expect(refusalOf({ size: 1, type: 'image/heic' }, undefined)).toBeUndefined()
  })
})

it('names formats as people do, each once', () => {
  expect(formatsOf(['application/msword', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'x/y'])).toEqual(['Word', 'x/y'])
  expect(megabytesOf(16 * MB)).toBe(16)
})
