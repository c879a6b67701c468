import { expect } from '@playwright/test'
import { rowOf, shot, test } from './agent'
import { customer, shop, userOf } from './demo'

test.describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

  test('shows one pane at a time and goes back by the way it came', async ({ atDesk }) => {
    const emma = await customer(shop, 'Emma Stone-Hill')
    const id = await emma.beginsToWait(`From the train ${Date.now()}`)
    const page = await atDesk(userOf(shop, 'agent'), phone)
    await page.goto('/inbox/queue')
    await rowOf(page, id).tap()
    await expect(page.getByRole('heading', { level: 1, name: emma.name })).toBeVisible()
    await expect(rowOf(page, id)).toBeHidden()
    await shot(page, 'phone-thread')

    for (const shown of [page.getByRole('heading', { level: 1 }), page.getByRole('button', { name: 'Why still waiting?' }), page.getByRole('button', { name: 'Resolve' })])
      expect(await shown.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)

    await page.getByRole('button', { name: 'Contact details' }).tap()
    await expect(page.getByRole('complementary', { name: 'Contact' })).toBeVisible()
    await shot(page, 'phone-contact')
    await page.goBack()
    await expect(page.getByRole('complementary', { name: 'Contact' })).toBeHidden()
    await page.getByRole('link', { name: 'Back to the list' }).tap()
    await expect(rowOf(page, id)).toBeVisible()

    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await shot(page, 'phone-list')
  })
})

test('a desk shows fourteen rows, the thread and the contact without sideways scrolling', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto('/inbox/open')
  const [row, list] = await Promise.all([
    page.locator('[data-conversation]').first().boundingBox(),
    page.getByRole('list', { name: 'Conversations' }).locator('..').boundingBox(),
  ])
  expect(list!.height / row!.height).toBeGreaterThanOrEqual(14)
  await page.locator('[data-conversation]').first().click()
  await expect(page.getByRole('complementary', { name: 'Contact' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
