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

test('everybody can sign in', async ({ page }) => {
  await page.goto(`${demo.console}/sign-in`)
  await expect(page.locator('input[type=password]')).toBeVisible()
  await expectClean(page)
})

test('the operator sees how the platform does, and no conversation', async ({ atDesk }) => {
  const page = await atDesk(demo.operator)
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Inbox' })).toHaveCount(0)
  await expectClean(page)
  await shot(page, 'operations')
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
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/inbox\/mine$/)
})
