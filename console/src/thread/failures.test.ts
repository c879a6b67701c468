import { expect, it } from 'vitest'
import { failureOf, isStopping, mayPass } from './failures'

it.each([
  ['131047', 'window'],
  ['131026', 'unreachable'],
  ['190', 'token'],
  ['210', 'access'],
  ['file-missing', 'fileMissing'],
  ['131060', 'elsewhere'],
  ['131062', 'phoneUnknown'],
  ['137000', 'identityChanged'],
  ['unreachable', 'outage'],
  ['999999', 'unknown'],
])('knows what %s means', (code, failure) => {
  expect(failureOf(code)).toBe(failure)
})

it('sends again only what may get through', () => {
  expect(mayPass('outage', true)).toBe(true)
  expect(mayPass('unknown', true)).toBe(false)
  expect(mayPass('unreachable', true)).toBe(false)
  expect(mayPass('token', true)).toBe(false)
})

it('says of which trouble nothing leaves until it is mended', () => {
  expect(isStopping('token')).toBe(true)
  expect(isStopping('outage')).toBe(false)
})

it('sends again what came after the window once the window is open again', () => {
  expect(mayPass('window', false)).toBe(false)
  expect(mayPass('window', true)).toBe(true)
  expect(mayPass('outage', false)).toBe(false)
})
