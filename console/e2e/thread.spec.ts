import { expect, test } from '@playwright/test'
import { atDesk, field, rowOf } from './agent'
import { customer, shop, userOf } from './demo'

test('what was begun in a conversation waits there, over others and over a reload', async ({ browser }) => {
  const [emma, liam] = await Promise.all(['Emma Stone-Hill', 'Liam Ortega'].map((name) => customer(shop, name)))
  const first = await emma!.beginsToWait(`What do roses cost? ${Date.now()}`)
  const second = await liam!.beginsToWait(`And tulips? ${Date.now()}`)
  const page = await atDesk(browser, userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${first}`)
  await field(page).fill('A dozen is')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Ask about the discount')

  await rowOf(page, second).click()
  await expect(page.getByRole('heading', { level: 1, name: liam!.name })).toBeVisible()
  await expect(field(page)).toHaveValue('')
  await rowOf(page, first).click()
  await expect(field(page)).toHaveValue('A dozen is')
  await page.reload()
  await expect(field(page)).toHaveValue('A dozen is')
  await page.getByText('Note', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Write a note' })).toHaveValue('Ask about the discount')
  await page.getByRole('textbox', { name: 'Write a note' }).fill('')
  await page.getByText('Reply', { exact: true }).click()
  await field(page).fill('')
})
