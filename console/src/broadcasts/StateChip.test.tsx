import { render } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import type { BroadcastResults } from '../api/types'
import { speak } from '../i18n'
import { StateChip } from './StateChip'

beforeAll(() => speak('pages'))

const nothing = { recipients: 3, waiting: 2, skipped: 1, queued: 0 } as BroadcastResults
const said = (more: object) =>
  render(<StateChip of={{ state: 'running', gathering: false, quietUntil: null, results: nothing, ...more }} />).container.textContent

it('says that a broadcast is being sent only once something of it is', () => {
  expect(said({ gathering: true })).toBe('Looking up recipients')
  expect(said({})).toBe('Beginning')
  expect(said({ quietUntil: '2027-01-01T08:00:00Z' })).toBe('Quiet hours')
  expect(said({ results: { ...nothing, waiting: 1, queued: 1 } })).toBe('Being sent')
  expect(said({ state: 'finished', results: { ...nothing, waiting: 0, skipped: 3 } })).toBe('Sent')
})
