import { ActionIcon, Button, MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { theme } from './theme'

const press = vi.fn()
const send = vi.fn()
const shown = (state: { loading?: boolean; disabled?: boolean }) => (
  <MantineProvider theme={theme}>
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <input aria-label="word" />
      <Button type="submit" onClick={press} {...state}>
        Save
      </Button>
      <ActionIcon aria-label="up" onClick={press} {...state} />
      <Button>Next</Button>
    </form>
  </MantineProvider>
)

it.each([{ loading: true }, { disabled: true }])('keeps the focus once %o, and does nothing meanwhile', async (state) => {
  const { rerender } = render(shown({}))
  for (const name of ['Save', 'up']) {
    rerender(shown({}))
    await userEvent.tab()
    screen.getByRole('button', { name }).focus()
    rerender(shown(state))
    expect(document.activeElement).toBe(screen.getByRole('button', { name }))
    expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true')
    press.mockClear()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(screen.getByRole('button', { name }))
    expect(press).not.toHaveBeenCalled()
    expect(send).not.toHaveBeenCalled()
  }
})

it('is passed over by Tab while it cannot be pressed', async () => {
  render(shown({ disabled: true }))
  screen.getByLabelText('word').focus()
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next' }))
})

it('sends its form once it can be pressed again', async () => {
  const { rerender } = render(shown({ loading: true }))
  rerender(shown({ loading: false }))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(send).toHaveBeenCalledOnce()
})

it('sends no form where it does not say that it does', async () => {
  render(shown({}))
  send.mockClear()
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  await userEvent.click(screen.getByRole('button', { name: 'up' }))
  expect(send).not.toHaveBeenCalled()
})
