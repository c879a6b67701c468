import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { shot, test } from './agent'
import { clinic, customer, demo, shop, userOf } from './demo'

/** Nothing grave stands in anybody's way; what is less than that is noted with the test. */
async function expectClean(page: Page, name = page.url()) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const told = violations.map(({ id, impact, nodes }) => ({ impact, words: `${name}: ${id}: ${nodes.map((node) => node.html).join(' | ')}` }))
  const isGrave = ({ impact }: (typeof told)[number]) => impact === 'serious' || impact === 'critical'
  test.info().annotations.push(...told.filter((one) => !isGrave(one)).map(({ words }) => ({ type: 'axe', description: words })))
  expect(told.filter(isGrave).map(({ words }) => words)).toEqual([])
}

/** Nothing on the page must be pushed aside to be read. */
const sideways = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, main *')]
      .filter((one) => /auto|scroll|visible/.test(getComputedStyle(one).overflowX) && one.matches('html, [class*=card], [class*=scroller]'))
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => one.className),
  )

interface Sight {
  name: string
  path: string
  /** What is to be done there before it is seen. */
  open?: (page: Page) => Promise<unknown>
}

const act = (page: Page) => page.getByRole('main').getByRole('button')
const sees = (page: Page) => expect(page.getByRole('dialog')).toBeVisible()
const opens = (which: (page: Page) => ReturnType<typeof act>) => async (page: Page) => {
  await which(page).click()
  await sees(page)
}
const row = (page: Page) => page.getByRole('main').getByRole('listitem')

async function isAskedWhoTheyAre(page: Page) {
  await page.route('**/api/v1/users/*', refuseOnce)
  await row(page).first().getByRole('button').first().click()
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await expect(page.locator('input[autocomplete=current-password]')).toBeVisible()
}
const refuseOnce = (route: Parameters<Parameters<Page['route']>[1]>[0]) =>
  route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403,"code":"confirm-it-is-you"}' })

async function asksToDeactivate(page: Page) {
  await page.locator('main [aria-haspopup=menu]').first().click()
  await page.getByRole('menuitem').last().click()
  await sees(page)
}

const ADMINISTRATION: Sight[] = [
  ...['profile', 'security', 'sessions', 'users', 'roles', 'channels', 'tokens', 'policy'].map((name) => ({ name, path: `/settings/${name}` })),
  { name: 'settings', path: '/settings' },
  { name: 'activity', path: '/activity' },
  { name: 'password-change', path: '/settings/security', open: opens((page) => row(page).first().getByRole('button')) },
  { name: 'authenticator', path: '/settings/security', open: opens((page) => row(page).nth(1).getByRole('button')) },
  { name: 'passkey', path: '/settings/security', open: opens((page) => act(page).last()) },
  { name: 'user-invited', path: '/settings/users', open: opens((page) => act(page).first()) },
  { name: 'user-edited', path: '/settings/users', open: opens((page) => row(page).first().getByRole('button').first()) },
  { name: 'user-deactivated', path: '/settings/users', open: asksToDeactivate },
  { name: 'confirmation', path: '/settings/users', open: isAskedWhoTheyAre },
  { name: 'role-added', path: '/settings/roles', open: opens((page) => act(page).first()) },
  { name: 'token-made', path: '/settings/tokens', open: opens((page) => act(page).first()) },
]

const OPERATION: Sight[] = [
  { name: 'operations', path: '/operations' },
  { name: 'tenants', path: '/tenants' },
  { name: 'tenant-founded', path: '/tenants', open: opens((page) => act(page).first()) },
  { name: 'tenant-ended', path: '/tenants', open: opens((page) => row(page).filter({ hasText: shop.name }).getByRole('button').last()) },
]

const session = (standing: string, ...secondFactors: string[]) => async (page: Page, language: string) => {
  const later = new Date(Date.now() + 3_600_000).toISOString()
  const json = { standing, secondFactors, language, confirmedUntil: later, endsAt: later }
  await page.route('**/api/v1/session', (route) => route.fulfill({ json }))
}
const link = (kind: string) => async (page: Page, language: string) => {
  const json = { kind, language, name: 'Noa', business: 'Bloom', email: 'noa@bloom.example', passwordLength: 12, expiresAt: new Date().toISOString() }
  await page.route('**/api/v1/password-link', (route) => route.fulfill({ json }))
}
async function setsUpAnApp(page: Page) {
  const json = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Moked:noa?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }
  await page.route('**/api/v1/me/one-time-code', (route) =>
    route.fulfill({ json: route.request().method() === 'POST' ? json : { recoveryCodes: Array.from({ length: 10 }, (_, n) => `abcd-efgh-${n}jkm`) } }),
  )
  await act(page).first().click()
  await expect(page.locator('input[autocomplete=one-time-code]')).toBeVisible()
}
async function getsCodes(page: Page) {
  await setsUpAnApp(page)
  await page.locator('input[autocomplete=one-time-code]').fill('123456')
  await page.locator('main button[type=submit]').click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(10)
}

/** What the server would say to somebody who is not inside yet. */
const OUTSIDE: (Sight & { given?: (page: Page, language: string) => Promise<unknown> })[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'password-forgotten', path: '/password' },
  { name: 'invitation', path: '/password#secret', given: link('invitation') },
  { name: 'password-new', path: '/password#secret', given: link('password-reset') },
  { name: 'second-factor', path: '/sign-in?unfinished=true', given: session('second-factor-required', 'one-time-code', 'recovery-code') },
  { name: 'recovery-code', path: '/sign-in?unfinished=true', given: session('second-factor-required', 'recovery-code') },
  { name: 'enrolment', path: '/sign-in?unfinished=true', given: session('enrolment-required') },
  { name: 'enrolment-app', path: '/sign-in?unfinished=true', given: session('enrolment-required'), open: setsUpAnApp },
  { name: 'enrolment-codes', path: '/sign-in?unfinished=true', given: session('enrolment-required'), open: getsCodes },
]

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** Looked through light at a desk in one language, dark on a phone in the other; at both sizes nothing is pushed aside. */
async function isUsable(page: Page, language: string, { name, path, open }: Sight) {
  await page.setViewportSize(desk)
  await page.goto(path)
  await expect(page.locator('main :is(li, form, [role=alert], h2, a, button)').first()).toBeVisible()
  await open?.(page)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await page.emulateMedia({ colorScheme: language === 'en' ? 'light' : 'dark', reducedMotion: 'reduce' })
  for (const [size, viewport] of Object.entries({ desk, phone })) {
    await page.setViewportSize(viewport)
    if ((size === 'desk') === (language === 'en')) await expectClean(page, `${name} (${size})`)
    if (size === 'phone') expect(await sideways(page), name).toEqual([])
    await shot(page, `page-${name}-${language}-${size}`)
  }
  await page.unroute('**/api/v1/users/*')
}

for (const { language, tenant, name } of [
  { language: 'en', tenant: shop, name: 'Emma Stone-Hill' },
  { language: 'he', tenant: clinic, name: 'עדי פרץ' },
] as const) {
  test(`everybody can use the inbox (${language})`, async ({ atDesk }) => {
    const somebody = await customer(tenant, name)
    const id = await somebody.beginsToWait(`Accessible? ${Date.now()}`)
    const page = await atDesk(userOf(tenant, 'manager'))
    await isUsable(page, language, { name: 'inbox', path: '/inbox/queue' })
    await isUsable(page, language, { name: 'thread', path: `/inbox/open/${id}` })
  })

  test(`everybody can use the settings and all that is asked there (${language})`, async ({ atDesk }) => {
    test.setTimeout(120_000)
    const page = await atDesk(userOf(tenant, 'administrator'))
    for (const sight of ADMINISTRATION) await isUsable(page, language, sight)
  })

  test(`everybody can use the pages of the platform (${language})`, async ({ atDesk }) => {
    const page = await atDesk(demo.operator)
    await page.route('**/api/v1/me', async (route) => {
      const answer = await route.fetch()
      const me = await answer.json()
      await route.fulfill({ response: answer, json: { ...me, user: { ...me.user, language } } })
    })
    const letter = { id: '0193b0a4-7c1e-7e3c-8f6d-2f0f6a6c1b11', reason: 'x'.repeat(90), attempts: 8, size: 4096 }
    const at = { receivedAt: new Date().toISOString(), failedAt: new Date().toISOString() }
    await page.route('**/api/v1/dead-letters**', (route) => route.fulfill({ json: { items: [{ ...letter, ...at }], next: null } }))
    for (const sight of OPERATION) await isUsable(page, language, sight)
  })

  test(`everybody can come in (${language})`, async ({ outside }) => {
    const page = await outside({ locale: language })
    for (const { given, ...sight } of OUTSIDE) {
      await given?.(page, language)
      // The part of an address behind the # alone loads no page anew.
      await page.goto('about:blank')
      await isUsable(page, language, sight)
      await page.unrouteAll()
    }
  })
}

test('asking for a new password says the same whoever asks', async ({ page }) => {
  await page.goto(`${demo.console}/password`)
  await page.getByLabel('E-mail').fill('nobody@nowhere.example')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('If somebody here has this address')
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
