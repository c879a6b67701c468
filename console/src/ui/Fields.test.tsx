import { Button, MantineProvider, TextInput } from '@mantine/core'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { Fields } from './Fields'

function Form() {
  const [wrong, setWrong] = useState(false)
  return (
    <Fields
      onSubmit={(event) => {
        event.preventDefault()
        setWrong(true)
      }}
    >
      <TextInput label="right" />
      <TextInput label="first wrong" error={wrong} />
      <TextInput label="wrong as well" error={wrong} />
      <Button type="submit">Save</Button>
    </Fields>
  )
}

it('shows the first field that is wrong, far above the button as it may be', async () => {
  render(
    <MantineProvider>
      <Form />
    </MantineProvider>,
  )
  await userEvent.click(screen.getByRole('button'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('first wrong')))
})
