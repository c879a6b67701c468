import { expect, test } from '@playwright/test'
import { atDesk, shot } from './agent'
import { customer, shop, userOf } from './demo'

test('of two agents who take one conversation, one is told who was faster', async ({ browser }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  const id = await olivia.beginsToWait(`Is anybody there? ${Date.now()}`)
  const first = await atDesk(browser, userOf(shop, 'agent', 0))
  const second = await atDesk(browser, userOf(shop, 'agent', 1))
  const take = async (page: typeof first) => {
    await page.goto(`/inbox/queue/${id}`)
    await expect(page.getByRole('button', { name: 'Take', exact: true })).toBeVisible()
  }
  await Promise.all([take(first), take(second)])
  await second.route('**/api/v1/events', (route) => route.abort())
  await first.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(first.getByText('Yours')).toBeVisible()

  const late = second.getByRole('button', { name: /^Take/ }).first()
  if ((await late.textContent()) === 'Take') await late.click()
  await expect(second.getByText(/answers this conversation/)).toBeVisible()
  await expect(second.getByRole('textbox', { name: 'Write a reply' })).toBeHidden()
  await shot(second, 'colleague-was-faster')
})
