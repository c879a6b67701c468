import { expect } from '@playwright/test'
import { rowOf, shot, test } from './agent'
import { clinic, customer, shop, userOf } from './demo'

test('a customer writes, an agent takes and answers, and the ticks turn to read', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto('/inbox/queue')
  const question = `Do you deliver on Sundays? ${Date.now()}`
  const id = await emma.beginsToWait(question)

  await expect(rowOf(page, id)).toContainText(question)
  await rowOf(page, id).click()
  await expect(page.getByRole('listitem').filter({ hasText: question }).last()).toBeVisible()
  await shot(page, 'story-1-waiting')

  // The row of the list has the same words, and is there before the conversation is.
  await expect(page.getByRole('button', { name: 'Take', exact: true })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByText('Yours')).toBeVisible()
  await page.keyboard.press('r')
  const answer = `Yes, from *nine* to noon. ${Date.now()}`
  await page.keyboard.type(answer)
  await page.keyboard.press('Enter')
  const bubble = page.getByLabel('Messages').first().getByRole('listitem').filter({ hasText: 'from nine to noon' }).last()
  await expect(bubble.locator('strong')).toHaveText('nine')
  await expect.poll(emma.sees).toContain(answer)
  await emma.reads()
  await expect(bubble.getByRole('img', { name: 'Read', exact: true })).toBeVisible()
  await shot(page, 'story-2-read')

  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.type('Sunday deliveries need a surcharge.')
  await page.keyboard.press('Enter')
  await expect(page.getByText('seen by colleagues only').last()).toBeVisible()

  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(page.getByText('Conversation resolved')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.goto(`/inbox/mine/${id}`)
  await expect(page.getByText('Yours')).toBeVisible()
  await shot(page, 'story-3-reopened')
})

test('what a customer writes meanwhile appears by itself', async ({ atDesk }) => {
  const liam = await customer(shop, 'Liam Ortega')
  const id = await liam.beginsToWait(`Hello ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Liam Ortega' })).toBeVisible()
  const more = `One more thing ${Date.now()}`
  await liam.says(more)
  await expect(page.getByRole('listitem').filter({ hasText: more }).last()).toBeVisible()
  await expect(page.locator('[aria-live=polite]', { hasText: more })).toHaveCount(1)
})

test('the story in Hebrew', async ({ atDesk }) => {
  const roni = await customer(clinic, 'רוני מזרחי')
  const page = await atDesk(userOf(clinic, 'agent'), { locale: 'he-IL' })
  await page.goto('/inbox/queue')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const id = await roni.beginsToWait(`אפשר לקבוע תור ליום ראשון? ${Date.now()}`)
  await rowOf(page, id).click()
  await page.getByRole('button', { name: 'לקיחה' }).click()
  await expect(page.getByText('אצלי')).toBeVisible()
  await page.getByRole('textbox', { name: 'כתיבת תשובה' }).fill('בוודאי, ב־10:30 אצל Dr. Cohen.')
  await page.getByRole('button', { name: 'שליחה' }).click()
  await expect.poll(roni.sees).toContain('Dr. Cohen')
  await roni.reads()
  await expect(page.getByRole('img', { name: 'נקראה', exact: true }).last()).toBeVisible()
  await shot(page, 'story-hebrew')
})
