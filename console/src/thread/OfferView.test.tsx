import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { OfferContent } from '../api/types'
import { OfferView } from './OfferView'

const show = (type: OfferContent['type'], body: string, offer: OfferContent['details']['offer']) =>
  render(
    <MantineProvider>
      <OfferView content={{ type, body, details: { offer } }} />
    </MantineProvider>,
  )

it('shows buttons under their words', () => {
  show('menu', 'Which?', { header: { type: 'text', text: 'Roses' }, footer: 'Until noon', buttons: [{ title: 'Red' }, { title: 'White' }] })
  expect(screen.getByText('Roses')).toBeTruthy()
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Red', 'White'])
})

it('opens web addresses and nothing else', () => {
  show('link', 'Here', { link: { button: 'Open', url: 'https://test.example' } })
  expect(screen.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe('https://test.example')
  show('link', 'There', { link: { button: 'Never', url: 'javascript:alert(1)' } })
  expect(screen.queryByRole('link', { name: 'Never' })).toBeNull()
})

it('keeps the rows of a list behind its button', () => {
  show('menu', 'When?', { list: { button: 'Days', sections: [{ title: 'Week', rows: [{ title: 'Monday', description: 'at noon' }] }] } })
  expect(screen.getByText('Days').closest('summary')).toBeTruthy()
  expect(screen.getByText('at noon')).toBeTruthy()
})
