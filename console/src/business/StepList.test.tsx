import { render, screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { speak } from '../i18n'
import { StepList } from './StepList'

beforeAll(() => speak('pages'))

it('tells of each step whether it holds, and what helps where it does not', () => {
  render(
    <StepList
      steps={[
        { step: 'token', state: 'done', reason: null },
        { step: 'permissions', state: 'failed', reason: 'whatsapp_business_management' },
        { step: 'deliveries', state: 'waiting', reason: null },
      ]}
    />,
  )
  const [token, permissions, deliveries] = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(token).toBe('The token is good')
  expect(permissions).toContain('Make a new token with both permissions.')
  expect(permissions).toContain('whatsapp_business_management')
  expect(deliveries).toContain('Write to the number from any phone.')
  expect(screen.getAllByRole('img').map((icon) => icon.getAttribute('aria-label'))).toEqual(['Holds'])
  expect(permissions).toContain('Does not hold')
  expect(deliveries).toContain('Not yet')
})
