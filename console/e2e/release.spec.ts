import { expect, type Page } from '@playwright/test'
import { shot, test } from './agent'
import { shop, userOf } from './demo'

const CODE = '**/assets/AuditPage-*.js'
const START = (url: URL) => url.pathname === '/'

const goToLog = (page: Page) => page.getByRole('link', { name: 'Activity log' }).click()
const log = (page: Page) => page.getByRole('heading', { name: 'Activity log' })
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' }).click()

test('a page that a newer release has replaced is loaded anew by itself, but only once', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/')
  await page.route(CODE, (route) => route.fulfill({ status: 404 }))
  await page.route(START, (route) => route.fulfill({ contentType: 'text/html', body: '<script src="/newer.js"></script>' }))
  let loads = 0
  page.on('domcontentloaded', () => loads++)

  await goToLog(page)
  await expect.poll(() => loads).toBe(1)
  await expect(page.getByText('Moked has been updated. Load it again to go on.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Inbox' })).toBeVisible()
  await shot(page, 'release-outdated')
  expect(loads).toBe(1)

  await page.unroute(CODE)
  await page.unroute(START)
  await tryAgain(page)
  await expect(log(page)).toBeVisible()
})

test('a page that cannot be fetched leaves the console as it is until the server answers', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/')
  await page.route(CODE, (route) => route.abort())
  let loads = 0
  page.on('domcontentloaded', () => loads++)

  await goToLog(page)
  await expect(page.getByText('The server does not answer. Check your connection.')).toBeVisible()
  expect(loads).toBe(0)

  await page.unroute(CODE)
  await tryAgain(page)
  await expect(log(page)).toBeVisible()
})
