import { expect } from '@playwright/test'
import { connection, field, rowOf, shot, test } from './agent'
import { customer, shop, userOf } from './demo'

test('of two agents who take one conversation, one is told who was faster', async ({ atDesk }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  const id = await olivia.beginsToWait(`Is anybody there? ${Date.now()}`)
  const first = await atDesk(userOf(shop, 'agent', 0))
  const second = await atDesk(userOf(shop, 'agent', 1))
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

test('a colleague\'s conversation is taken only after asking, and whoever loses it is told and keeps the draft', async ({ atDesk }) => {
  const liam = await customer(shop, 'Liam Ortega')
  const id = await liam.beginsToWait(`Who has me? ${Date.now()}`)
  const first = await atDesk(userOf(shop, 'agent', 0))
  const second = await atDesk(userOf(shop, 'agent', 1))
  await first.goto(`/inbox/queue/${id}`)
  await first.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(first).toHaveURL(new RegExp(`/inbox/mine/${id}`))
  await expect(rowOf(first, id)).toHaveAttribute('aria-current', 'page')
  await expect(connection(first)).toHaveText('Live')
  const draft = `I was about to say ${Date.now()}`
  await field(first).fill(draft)

  await second.goto(`/inbox/open/${id}`)
  await expect(second.getByText(/answers this conversation/)).toBeVisible()
  await second.keyboard.press('t')
  const question = second.getByRole('dialog', { name: /Take over from/ })
  await expect(question).toContainText('will be told that you have taken over')
  await second.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(second.getByText('Yours', { exact: true })).toBeHidden()
  await second.keyboard.press('t')
  await expect(question.getByRole('button', { name: 'Take over' })).toBeFocused()
  await second.keyboard.press('Enter')
  await expect(second.getByText('Yours', { exact: true })).toBeVisible()

  await expect(first.getByText(/took over your conversation with/)).toBeVisible()
  await expect(first.getByRole('region', { name: 'Your draft, not sent' })).toContainText(draft)
  await expect(rowOf(first, id)).toHaveAttribute('aria-current', 'page')
  await shot(first, 'colleague-took-over')

  await first.keyboard.press('e')
  await expect(first.getByRole('dialog', { name: /Resolve the conversation of/ })).toBeVisible()
  await first.keyboard.press('Escape')
  await first.getByRole('button', { name: 'Turn into a note' }).click()
  await expect(first.getByRole('textbox', { name: 'Write a note for your colleagues' })).toHaveValue(draft)
})

test('the activity log names whom it is about and leads there', async ({ atDesk }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  const id = await olivia.beginsToWait(`For the log ${Date.now()}`)
  const agent = await atDesk(userOf(shop, 'agent'))
  await agent.goto(`/inbox/queue/${id}`)
  await agent.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(agent.getByText('Yours')).toBeVisible()
  const manager = await atDesk(userOf(shop, 'manager'))
  await manager.goto('/activity')
  const entry = manager.getByRole('listitem').filter({ hasText: 'Took the conversation' }).first()
  await expect(entry).toContainText('Olivia Grant')
  await expect(manager.getByText(/\b(access|conversation|channel)\.[a-z]/)).toHaveCount(0)
  await entry.getByRole('link').click()
  await expect(manager).toHaveURL(new RegExp(id))
})
