import { expect, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { field, lineOf, shot, test, thread } from './agent'
import { customer, shop, userOf } from './demo'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** A picture that surely is one: what the browser itself drew. */
const picture = (page: Page) => page.screenshot({ clip: { x: 0, y: 0, width: 240, height: 160 } })

async function inConversationWith(name: string, page: Page) {
  const somebody = await customer(shop, name)
  const id = await somebody.beginsToWait(`May I send you something? ${Date.now()}`)
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeVisible()
  return somebody
}

const shows = (page: Page, caption: string) => lineOf(page, caption).getByRole('button').getByRole('img', { name: caption })

async function expectDrawn(page: Page, caption: string) {
  await expect(shows(page, caption)).toBeVisible()
  await expect.poll(() => shows(page, caption).evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(240)
}

test('an agent sends a picture with a caption, chosen or pasted', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const emma = await inConversationWith('Emma Stone-Hill', page)
  const before = (await emma.received()).length
  const content = await picture(page)

  await page.locator('input[type=file]').setInputFiles({ name: 'bouquet.png', mimeType: 'image/png', buffer: content })
  await expect(page.getByText('bouquet.png')).toBeVisible()
  const caption = `Like this one? ${Date.now()}`
  await expect(page.getByRole('textbox', { name: 'Add a caption' })).toBeFocused()
  await page.keyboard.type(caption)
  await shot(page, 'media-1-preview')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expectDrawn(page, caption)
  await expect(lineOf(page, caption).getByRole('img', { name: /^(Sent|Delivered|Read)$/ })).toBeVisible()

  await field(page).evaluate((input, base64) => {
    const data = new DataTransfer()
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    data.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }))
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, content.toString('base64'))
  await expect(page.getByText('pasted.png')).toBeVisible()
  const second = `Or that? ${Date.now()}`
  await page.getByRole('textbox', { name: 'Add a caption' }).fill(second)
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expectDrawn(page, second)
  await expect.poll(async () => (await emma.received()).slice(before)).toEqual(['image', 'image'])
  await shot(page, 'media-2-sent')
})

test('an agent sees and opens what a customer sends', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const olivia = await inConversationWith('Olivia Grant', page)
  const caption = `My balcony ${Date.now()}`
  await olivia.sendsFile(await picture(page), 'balcony.png', 'image/png', caption)
  await expectDrawn(page, caption)
  await expect(shows(page, caption)).toHaveAttribute('src', /preview$/)
  await shows(page, caption).click()
  await expect(page.getByRole('dialog').getByRole('img', { name: caption })).toBeVisible()
  await shot(page, 'media-3-opened')
  await page.keyboard.press('Escape')

  const terms = `The order ${Date.now()}`
  await olivia.sendsFile(PDF, 'order.pdf', 'application/pdf', terms)
  const link = lineOf(page, terms).getByRole('link', { name: /order\.pdf/ })
  await expect(link).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('order.pdf')
  expect(await readFile(await download.path())).toEqual(PDF)

  const disguised = `My dog ${Date.now()}`
  await olivia.sendsFile(Buffer.from('<html><script>alert(1)</script>'), 'dog.jpg', 'image/jpeg', disguised)
  await expect(lineOf(page, disguised)).toContainText('Not what it says it is')
  await expect(lineOf(page, disguised).getByRole('img', { name: disguised })).toHaveCount(0)

  await olivia.sends({ type: 'location', location: { latitude: 32.08, longitude: 34.78 } })
  await expect(thread(page).last()).toContainText('32.08000, 34.78000')
  await olivia.sends({ type: 'unsupported', unsupported: { type: 'poll_creation' }, errors: [{ code: 131051 }] })
  await expect(thread(page).last()).toContainText(/Poll.*cannot be shown here/)
  await shot(page, 'media-4-received')
})
