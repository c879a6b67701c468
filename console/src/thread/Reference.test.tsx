import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Reference } from './Reference'

const nothing = { forwarded: null, quote: null, product: null, referral: null }
const quoted = () => screen.getByRole('blockquote').textContent
const referral = { kind: 'ad', headline: 'Spring flowers', body: null, media: null, welcome: null }

it('shows the first words of what a message answers', () => {
  render(<Reference context={{ ...nothing, quote: { id: 'm1', author: 'agent', type: 'text', preview: 'We do' } }} />)
  expect(quoted()).toBe('We do')
})

it('says what was answered where it has no words, and that it is not here where it is not', () => {
  const { rerender } = render(<Reference context={{ ...nothing, quote: { id: 'm1', author: 'contact', type: 'image', preview: null } }} />)
  expect(quoted()).toBe('Picture')
  rerender(<Reference context={{ ...nothing, quote: { id: null, author: null, type: null, preview: null } }} />)
  expect(quoted()).toBe('An earlier message')
})

it('links to the advertisement that led here, and to nothing that is no web address', () => {
  const { rerender } = render(<Reference context={{ ...nothing, referral: { ...referral, url: 'https://fb.example/1' } }} />)
  expect(screen.getByRole('link').getAttribute('href')).toBe('https://fb.example/1')
  rerender(<Reference context={{ ...nothing, referral: { ...referral, url: 'javascript:alert(1)' } }} />)
  expect(screen.queryByRole('link')).toBeNull()
  screen.getByText('Spring flowers')
})
