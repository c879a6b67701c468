import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Words } from './Words'

it('gives every paragraph a direction of its own', () => {
  const { container } = render(<Words body={'Hello\nשלום'} />)
  expect([...container.querySelectorAll('p')].map((p) => [p.dir, p.textContent])).toEqual([
    ['auto', 'Hello'],
    ['auto', 'שלום'],
  ])
})

it('shows markup as the words it is', () => {
  const { container } = render(<Words body="<img src=x onerror=alert(1)>" />)
  expect(container.querySelector('img')).toBeNull()
  expect(container.textContent).toBe('<img src=x onerror=alert(1)>')
})

it('opens links without handing over this window', () => {
  render(<Words body="https://bloom.example" />)
  expect(screen.getByRole('link').getAttribute('rel')).toContain('noopener')
})
