import { expect, type Page } from '@playwright/test'
import { inTime, shot, test } from './agent'
import { demo, shop } from './demo'

const tenants = (page: Page) => page.getByRole('list', { name: 'Businesses' }).getByRole('listitem')

test('the operator sees how the platform does, and no conversation', async ({ atDesk }) => {
  const page = await atDesk(demo.operator)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Inbox' })).toHaveCount(0)
  for (const number of ['The oldest delivery waits', 'Letters waiting', 'Files to be fetched', 'Free disk space'])
    await expect(page.getByRole('term').filter({ hasText: number }).locator('xpath=following-sibling::dd')).toHaveText(/\d/)
  await expect(page.getByRole('list', { name: 'Timed work' })).toContainText('Expired links and invitations')
  await page.getByRole('link', { name: 'Businesses' }).click()
  await expect(page.getByRole('list', { name: 'Businesses' })).toContainText(shop.name)
})

test('that the database is away is said where the operator looks, and that it is back', async ({ atDesk }) => {
  const page = await atDesk(demo.operator)
  await page.clock.install()
  await page.goto('/operations')
  const database = page.getByRole('term').filter({ hasText: 'Database' }).locator('xpath=following-sibling::dd')
  await expect(database).toHaveText('Up')
  await page.route('**/api/v1/operations', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"code":"unavailable"}' }),
  )
  await inTime(page, () => expect(database).toHaveText('Down', { timeout: 200 }))
  await expect(page.getByRole('term')).toHaveCount(1)
  await shot(page, 'operations-down')
  await page.unroute('**/api/v1/operations')
  await inTime(page, () => expect(database).toHaveText('Up', { timeout: 200 }))
})

test('the operator founds a business, suspends it, lets it go on, and ends it', async ({ atDesk }) => {
  const page = await atDesk(demo.operator)
  const name = `Fern & Sons ${Date.now()}`
  await page.goto('/tenants')
  await page.getByRole('button', { name: 'Add a business' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the business').fill(name)
  await dialog.getByLabel('Name of its administrator').fill('Fay Fern')
  await dialog.getByLabel('E-mail of its administrator').fill(`fay.${Date.now()}@fern.example`)
  await dialog.getByRole('button', { name: 'Add and invite' }).click()
  const row = tenants(page).filter({ hasText: name })
  await expect(row).toContainText('Active')

  await row.getByRole('button', { name: /^Suspend/ }).click()
  await expect(dialog).toContainText('signed out within seconds')
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await expect(row).toContainText('Suspended')
  await row.getByRole('button', { name: /^Resume/ }).click()
  await expect(row).toContainText('Active')

  await row.getByRole('button', { name: /^End/ }).click()
  await expect(dialog.getByRole('button', { name: 'End' })).toBeDisabled()
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'End' }).click()
  await expect(row).toContainText('Ended')
  await page.reload()
  await expect(row).toContainText('Ended')
  await expect(row.getByRole('button', { name: /^End/ })).toHaveCount(0)
})

test('the operator processes one dead letter again and discards another', async ({ atDesk }) => {
  const page = await atDesk(demo.operator)
  const at = { receivedAt: new Date().toISOString(), failedAt: new Date().toISOString() }
  let items = ['Unreadable', 'Unknown'].map((reason, n) => ({ id: `0193b0a4-7c1e-7e3c-8f6d-2f0f6a6c1b1${n}`, reason, attempts: 8, size: 4096, ...at }))
  const asked: string[] = []
  await page.route('**/api/v1/dead-letters**', (route) => {
    const { pathname } = new URL(route.request().url())
    if (route.request().method() === 'GET') return route.fulfill({ json: { items, next: null } })
    asked.push(`${route.request().method()} ${pathname}`)
    items = items.filter(({ id }) => !pathname.includes(id))
    return route.fulfill({ status: 204 })
  })
  const [again, away] = items.map(({ id }) => id)
  await page.goto('/operations')
  const letters = page.getByRole('list', { name: 'Dead letters' }).getByRole('listitem')
  await letters.filter({ hasText: 'Unreadable' }).getByRole('button', { name: 'Process again' }).click()
  await expect(letters).toHaveCount(1)
  await letters.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).last().click()
  await expect(letters).toHaveCount(1)
  await letters.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText('No dead letters')).toBeVisible()
  expect(asked).toEqual([`POST /api/v1/dead-letters/${again}/replays`, `DELETE /api/v1/dead-letters/${away}`])
})
