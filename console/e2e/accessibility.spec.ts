import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { shot, test } from './agent'
import { clinic, customer, demo, shop, userOf } from './demo'

const desks = [
  { language: 'en', tenant: shop, customer: 'Emma Stone-Hill' },
  { language: 'he', tenant: clinic, customer: 'עדי פרץ' },
] as const

async function expectClean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

for (const { language, tenant, customer: name } of desks)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`everybody can use the console (${language}, ${colorScheme})`, async ({ atDesk }) => {
      const somebody = await customer(tenant, name)
      const id = await somebody.beginsToWait(`Accessible? ${Date.now()}`)
      const page = await atDesk(userOf(tenant, 'manager'), { colorScheme, reducedMotion: 'reduce' })
      for (const path of ['/inbox/queue', `/inbox/open/${id}`, '/activity']) {
        await page.goto(path)
        await page.waitForLoadState('load')
        await expect(page.locator('main :is(h1, h2, a)').first()).toBeVisible()
        await expectClean(page)
        await shot(page, `accessible-${language}-${colorScheme}-${path.split('/')[1]}${path.includes(id) ? '-thread' : ''}`)
      }
    })

const SETTINGS = ['', '/profile', '/security', '/sessions', '/users', '/roles', '/channels', '/tokens', '/policy']

/** Nothing on the page must be pushed aside to be read. */
const sideways = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, main *')]
      .filter((one) => /auto|scroll|visible/.test(getComputedStyle(one).overflowX) && one.matches('html, [class*=card], [class*=scroller]'))
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => one.className),
  )

const phone = { viewport: { width: 390, height: 844 } }

for (const { tenant, options } of [
  { tenant: shop, options: { colorScheme: 'dark', ...phone } },
  { tenant: clinic, options: { colorScheme: 'light', ...phone } },
] as const)
  test(`everybody can use the settings on a phone (${tenant.name}, ${options.colorScheme})`, async ({ atDesk }) => {
    const page = await atDesk(userOf(tenant, 'administrator'), { ...options, reducedMotion: 'reduce' })
    for (const path of [...SETTINGS.map((one) => `/settings${one}`), '/activity']) {
      await page.goto(path)
      await expect(page.getByRole('main').locator('li, form, [role=alert]').first()).toBeVisible()
      await expectClean(page)
      expect(await sideways(page), path).toEqual([])
    }
    await page.goto('/settings/users')
    await page.getByRole('main').getByRole('button').first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectClean(page)
  })

test('everybody can sign in, and ask for a new password', async ({ page }) => {
  await page.goto(`${demo.console}/sign-in`)
  await expect(page.locator('input[type=password]')).toBeVisible()
  await expectClean(page)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('E-mail').fill('nobody@nowhere.example')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('If somebody here has this address')
  await expectClean(page)
})

test('a dead letter is read and handled on a phone', async ({ atDesk }) => {
  const page = await atDesk(demo.operator, phone)
  const letter = { id: '0193b0a4-7c1e-7e3c-8f6d-2f0f6a6c1b11', reason: 'x'.repeat(90), attempts: 8, size: 4096 }
  const at = { receivedAt: new Date().toISOString(), failedAt: new Date().toISOString() }
  await page.route('**/api/v1/dead-letters**', (route) => route.fulfill({ json: { items: [{ ...letter, ...at }], next: null } }))
  await page.goto('/operations')
  await expect(page.getByRole('button', { name: 'Process again' })).toBeInViewport({ ratio: 1 })
  expect(await sideways(page)).toEqual([])
  await expectClean(page)
})

test('the operator sees how the platform does, and no conversation', async ({ atDesk }) => {
  const page = await atDesk(demo.operator)
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Inbox' })).toHaveCount(0)
  await expectClean(page)
  await shot(page, 'operations')
  await page.getByRole('link', { name: 'Tenants' }).click()
  await expect(page.getByRole('list', { name: 'Tenants' })).toContainText(shop.name)
  await page.getByRole('button', { name: new RegExp(`^End .${shop.name}`) }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'End' })).toBeDisabled()
  await expectClean(page)
})

test('whoever opens a page that is closed to them is told so, and led to one of their own', async ({ atDesk }) => {
  const refused: string[] = []
  const page = await atDesk(demo.operator)
  page.on('response', (answer) => answer.status() === 403 && refused.push(answer.url()))
  await page.goto('/inbox/queue')
  await expect(page.getByRole('alert')).toContainText('You are not permitted to see this.')
  await expectClean(page)
  await shot(page, 'not-permitted')
  await page.getByRole('link', { name: /^Go to .*Operations/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible()
  expect(refused).toEqual([])
})

test('signing in leads to a page that is open, wherever somebody was sent from', async ({ page }) => {
  await page.goto(`${demo.console}/sign-in?next=%2Factivity`)
  const { email, password } = userOf(shop, 'agent')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/inbox\/mine$/)
})
