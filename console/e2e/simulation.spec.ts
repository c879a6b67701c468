import { expect } from '@playwright/test'
import { ask, shot, test } from './agent'
import { customer, shop, userOf } from './demo'

test('a manager goes through today again, with an agent more', async ({ atDesk }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  await olivia.beginsToWait(`How would today have gone? ${Date.now()}`)
  const manager = await atDesk(userOf(shop, 'manager'))
  await manager.goto('/settings/simulation')
  await manager.getByLabel('Day', { exact: true }).fill('1999-01-01')
  await manager.getByRole('textbox', { name: 'More agents, all day' }).fill('one')
  await manager.getByRole('button', { name: 'Go through the day' }).click()
  await expect(manager.getByText('One of the last 35 days')).toBeVisible()
  await expect(manager.getByText('A whole number from 0 to 500')).toBeVisible()
  const now = new Date()
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0')).join('-')
  await manager.getByLabel('Day', { exact: true }).fill(today)
  await manager.getByRole('textbox', { name: 'More agents, all day' }).fill('1')
  const answered = manager.waitForResponse('**/routing/replays')
  await manager.getByRole('button', { name: 'Go through the day' }).click()
  const { was } = (await (await answered).json()) as { was: { whole: { queue: number[] } } }
  const result = manager.getByRole('table', { name: 'How the day goes' })
  await expect(result.getByRole('columnheader')).toHaveText(['As it was', 'By today’s rules', 'Changed'])
  await expect(result.getByRole('row', { name: /^Began to wait/ })).not.toContainText(/\s0/)
  await expect(manager.getByText('What is known of this day')).toBeVisible()
  await manager.getByText('The numbers').first().click()
  const quarters = manager.getByRole('region', { name: /^Most waiting/ }).getByRole('rowheader')
  // Today, as far as it has come.
  await expect(quarters).toHaveCount(was.whole.queue.length)
  await expect(quarters.first()).toHaveText('00:00')
  await shot(manager, 'simulation-past')
})

test('a model day compares two plans', async ({ atDesk }) => {
  const manager = await atDesk(userOf(shop, 'manager'))
  await manager.goto('/settings/simulation')
  await manager.getByText('A model day').click()
  await manager.getByRole('textbox', { name: 'How many come in each hour' }).fill('many')
  await manager.getByRole('button', { name: 'Go through the day' }).click()
  await expect(manager.getByText(/one for each hour, at most 24/)).toBeVisible()
  await manager.getByRole('textbox', { name: 'How many come in each hour' }).fill('60 90 60 30')
  await manager.getByRole('button', { name: 'Go through the day' }).click()
  const result = manager.getByRole('table', { name: 'How the day goes' })
  await expect(result.getByRole('columnheader')).toHaveText(['Plan 1', 'Plan 2'])
  const waits = await result.getByRole('row', { name: /^Nine of ten/ }).getByRole('cell').allTextContents()
  expect(waits[0]).not.toEqual(waits[1])
  await shot(manager, 'simulation-model')
})

test('leaving a day that is being gone through stops it', async ({ atDesk }) => {
  const manager = await atDesk(userOf(shop, 'manager'))
  await manager.route('**/api/v1/routing/replays', () => {})
  await manager.goto('/settings/simulation')
  await manager.getByRole('button', { name: 'Go through the day' }).click()
  await expect(manager.getByText('The day is being gone through.')).toBeVisible()
  await shot(manager, 'simulation-going')
  const left = manager.waitForRequest((request) => request.method() === 'DELETE' && request.url().endsWith('/api/v1/routing/simulations'))
  await manager.getByRole('link', { name: 'Skills' }).click()
  await left
  await ask(manager, 'GET', '/queues')
})
