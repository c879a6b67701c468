import { expect, type Page } from '@playwright/test'
import { field, shot, test } from './agent'
import { expectFaultless } from './clean'
import { customer, shop, userOf } from './demo'

const found = (page: Page) => page.getByRole('option')

async function finds(page: Page, words: string) {
  await expect(page.getByRole('main')).toBeVisible()
  await page.keyboard.press('Control+KeyK')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.insertText(words)
}

test('whoever is looked for by their number is opened by two keys', async ({ atDesk }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  const id = await olivia.beginsToWait(`Is this still on? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto('/inbox/mine')
  await finds(page, olivia.waId.replace(/(\d{3})(?=\d)/g, '$1-'))
  await expect(found(page).first()).toHaveText(/Olivia Grant.*Open/)
  await expect(found(page).last()).toHaveText(/Search all messages/)
  await shot(page, 'palette-person')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(id))
})

test('what can be done here is done by a few letters of its name, and pages are gone to', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const id = await emma.beginsToWait(`One more thing. ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeVisible()
  await finds(page, '')
  await shot(page, 'palette')
  await expectFaultless(page)
  await page.keyboard.insertText('write note')
  await expect(found(page).first()).toHaveText(/Write a note/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Write a note' })).toBeFocused()

  // Also from within what somebody writes.
  await finds(page, 'settings keyb')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Keyboard', level: 1 })).toBeVisible()
  await finds(page, '§')
  await expect(page.getByText('Nothing here is called that, and nobody.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a key is changed, refused where it is taken, and put back', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto('/settings/keyboard')
  const row = page.getByRole('listitem').filter({ hasText: 'Write a note' })
  await row.getByRole('button', { name: /^Change/ }).click()
  await expect(row.getByRole('status')).toHaveText(/Press the key/)
  await page.keyboard.press('e')
  await expect(row.getByRole('status')).toHaveText(/Resolve/)
  await page.keyboard.press('Control+KeyW')
  await expect(row.getByRole('status')).toHaveText(/browser/)
  await page.keyboard.press('g')
  await expect(row.locator('kbd')).toHaveText('G')
  await shot(page, 'keyboard')
  await expectFaultless(page)

  const liam = await customer(shop, 'Liam Ortega')
  const id = await liam.beginsToWait(`Who is there? ${Date.now()}`)
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeVisible()
  await page.keyboard.press('g')
  await expect(page.getByRole('textbox', { name: 'Write a note' })).toBeFocused()
  await page.goto('/settings/keyboard')
  await row.getByRole('button', { name: /^Reset/ }).click()
  await expect(row.locator('kbd')).toHaveText('N')
})

test('the palette speaks Hebrew, and finds pages by Hebrew names', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent', 1))
  await page.goto('/inbox/mine')
  await finds(page, 'hebr')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await finds(page, 'מקל')
  await expect(found(page).first()).toHaveText(/מקלדת/)
  await shot(page, 'palette-hebrew')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'מקלדת', level: 1 })).toBeVisible()
  await shot(page, 'keyboard-hebrew')
  await finds(page, 'engl')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
})
