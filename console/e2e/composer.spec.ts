import { expect } from '@playwright/test'
import { field, lineOf, shot, test } from './agent'
import { customer, shop, userOf } from './demo'

const MOST = 4096

test('all that is written stays, and too much of it is not sent but counted', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const id = await emma.beginsToWait(`How long may it be? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeEditable()
  const send = page.getByRole('button', { name: 'Send' })

  await field(page).fill('x'.repeat(MOST - 10))
  await expect(page.getByText('10 characters left')).toBeVisible()
  await field(page).fill('x'.repeat(MOST + 4))
  await expect(page.getByRole('alert')).toContainText('4 characters too many')
  await expect(send).toBeDisabled()
  await field(page).press('Enter')
  await expect(field(page)).toHaveValue('x'.repeat(MOST + 4))
  await shot(page, 'composer-too-long')
  const fits = `Short. ${Date.now()}`
  await field(page).fill(fits)
  await send.click()
  await expect(lineOf(page, fits)).toBeVisible()
})

test('Escape leaves the field, whatever hint hangs there, so that a note becomes no reply', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const id = await emma.beginsToWait(`Is anybody there? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await field(page).click()
  await page.getByRole('button', { name: 'Attach' }).hover()
  await expect(page.getByRole('tooltip')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field(page)).not.toBeFocused()
})

test('a file that WhatsApp does not take is refused when it is chosen', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const id = await emma.beginsToWait(`Can you send it? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeEditable()
  const choose = (name: string, mimeType: string, size: number) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.alloc(size, 1) })
  const refusal = page.getByRole('alert')

  await choose('film.mov', 'video/quicktime', 10)
  await expect(refusal).toContainText('does not take')
  await expect(refusal).toContainText(/documents .*PDF/)
  await choose('nothing.png', 'image/png', 0)
  await expect(refusal).toContainText('is empty')
  await choose('huge.png', 'image/png', 5 * 1024 * 1024 + 1)
  await expect(refusal).toContainText(/too large.*pictures .*JPEG and PNG.* up to 5 MB/)
  await shot(page, 'composer-file-refused')
  await choose('terms.txt', 'text/plain', 10)
  await expect(refusal).toBeHidden()
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
})
