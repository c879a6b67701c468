import { expect, type Page } from '@playwright/test'
import { lineOf, shot, test, thread } from './agent'
import { expectClean } from './clean'
import { clinic, customer, shop, userOf } from './demo'

/** Until what was just written can be found. */
async function finds(page: Page, words: string) {
  await expect(async () => {
    const answer = await page.context().request.get('/api/v1/search/messages', { params: { q: words } })
    expect(((await answer.json()) as { items: object[] }).items.length).toBeGreaterThan(0)
  }).toPass()
}

test('a message far back is found by its words, opened in its place, and left again to where one was', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const run = Date.now().toString(36)
  const needle = `The garland number ${run} was refunded`
  await emma.says(needle)
  await emma.says(...Array.from({ length: 130 }, (_, index) => `Flower ${index} of ${run}`))
  await emma.beginsToWait(`The end of ${run}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto('/inbox/open')
  await finds(page, `refund ${run}`)
  await finds(page, `"end ${run}"`)

  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Search by name or phone' })).toBeFocused()
  await page.keyboard.type(`refund ${run}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
  const hit = page.getByRole('region', { name: 'Messages and notes' }).getByRole('link', { name: needle })
  await expect(hit.locator('mark')).toHaveText([run, 'refunded'])
  await shot(page, 'search-found')
  await expectClean(page)

  await hit.click()
  await expect(lineOf(page, needle)).toBeInViewport()
  await expect(thread(page).filter({ hasText: needle })).toHaveAttribute('aria-current', 'location')
  await shot(page, 'search-opened')
  await expect(lineOf(page, `The end of ${run}`)).toBeHidden()
  const scroller = page.getByRole('group', { name: 'Messages' })
  await expect(async () => {
    await scroller.evaluate((one) => one.scrollTo(0, one.scrollHeight))
    await expect(lineOf(page, `The end of ${run}`)).toBeInViewport({ timeout: 500 })
  }).toPass()

  await page.goBack()
  await expect(hit).toBeFocused()
  await expect(page.getByLabel('What you look for')).toHaveValue(`refund ${run}`)
})

test('many results are left and come back to where one was among them', async ({ atDesk }) => {
  const liam = await customer(shop, 'Liam Ortega')
  const run = Date.now().toString(36)
  await liam.says(...Array.from({ length: 30 }, (_, index) => `Tulip ${index} of ${run}`))
  await liam.beginsToWait(`Tulip at last of ${run}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto('/inbox/open')
  await finds(page, `last ${run}`)
  await expect(page.locator('[data-conversation]').first()).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByLabel('What you look for')).toBeFocused()
  await page.keyboard.type(run)
  const group = page.getByRole('region', { name: 'Messages and notes' })
  await group.getByRole('button', { name: 'Show more' }).click()
  const far = group.getByRole('link').nth(27)
  await far.scrollIntoViewIfNeeded()
  const before = await page.getByRole('region', { name: 'Search', exact: true }).evaluate((one) => one.scrollTop)
  await far.click()
  await expect(page).toHaveURL(/message=/)
  await page.goBack()
  await expect(far).toBeFocused()
  expect(await page.getByRole('region', { name: 'Search', exact: true }).evaluate((one) => one.scrollTop)).toBe(before)
})

test('a search says what it is for, what it does not find, and why it does not come', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto('/search')
  await expect(page.getByText('Find what was said, by whom and where')).toBeVisible()
  await shot(page, 'search-empty')
  await expectClean(page)
  await page.getByLabel('What you look for').fill('qwxzqwxz')
  await expect(page.getByText('Nothing found').last()).toBeVisible()
  await page.route('**/api/v1/search/messages*', (route) => route.fulfill({ status: 500, json: {} }))
  await page.getByLabel('What you look for').fill('another')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('Hebrew is found behind its prefixes, at the width of a phone as well', async ({ atDesk }) => {
  const name = 'רוני מזרחי'
  const roni = await customer(clinic, name)
  const run = Date.now().toString(36)
  await roni.beginsToWait(`נתראה בַּפְּגִישָׁה של ${run}`)
  const agent = clinic.users.find(({ role, language }) => role === 'agent' && language === 'he') ?? userOf(clinic, 'agent')
  for (const width of [1440, 390]) {
    const page = await atDesk(agent, { viewport: { width, height: 844 } })
    await page.goto('/inbox/open')
    await finds(page, run)
    await page.goto(`/search?q=${encodeURIComponent(`פגישה ${run}`)}`)
    const hit = page.getByRole('link').filter({ has: page.locator('mark') }).first()
    await expect(hit.locator('mark')).toHaveText(['בַּפְּגִישָׁה', run])
    await shot(page, `search-hebrew-${width}`)
    await expectClean(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await hit.click()
    await expect(page.locator('[aria-current="location"]')).toBeInViewport()
    await shot(page, `search-hebrew-opened-${width}`)
  }
})
