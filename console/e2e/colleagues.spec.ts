import { expect, test } from '@playwright/test'
import { atDesk, shot } from './agent'
import { customer, shop, userOf } from './demo'

test('of two agents who take one conversation, one is told who was faster', async ({ browser }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  const id = await olivia.beginsToWait(`Is anybody there? ${Date.now()}`)
  const first = await atDesk(browser, userOf(shop, 'agent', 0))
  const second = await atDesk(browser, userOf(shop, 'agent', 1))
  // The second hears no news, so that for both the conversation still waits when they take it.
  await second.route('**/api/v1/events', (route) => route.abort())
  await Promise.all([first, second].map((page) => page.goto(`/inbox/queue/${id}`)))
  const takeOn = (page: typeof first) => page.getByRole('button', { name: 'Take', exact: true })
  await expect(takeOn(second)).toBeVisible()
  await takeOn(first).click()
  await expect(first.getByText('Yours')).toBeVisible()

  await takeOn(second).click()
  await expect(second.getByText(/was faster and has this conversation/)).toBeVisible()
  await expect(second.getByText(/answers this conversation/)).toBeVisible()
  await expect(second.getByRole('textbox', { name: 'Write a reply' })).toBeHidden()
  await shot(second, 'colleague-was-faster')
})
