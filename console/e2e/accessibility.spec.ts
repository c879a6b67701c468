import { expect, type Page } from '@playwright/test'
import { shot, test } from './agent'
import { expectClean } from './clean'
import { clinic, customer, demo, shop, userOf } from './demo'
import { type Sight, act, opens, ADMINISTRATION, OPERATION } from './sights'

/** Nothing on the page must be pushed aside to be read. */
const sideways = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, main, main *')]
      .filter((one) => /auto|scroll|visible/.test(getComputedStyle(one).overflowX) && one.matches('html, main, [class*=card], [class*=scroller]'))
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => one.className),
  )

const session = (standing: string, ...secondFactors: string[]) => async (page: Page) => {
  const later = new Date(Date.now() + 3_600_000).toISOString()
  const json = { standing, secondFactors, language: 'en', confirmedUntil: later, endsAt: later }
  await page.route('**/api/v1/session', (route) => route.fulfill({ json }))
}
const link = (kind: string) => async (page: Page) => {
  const json = { kind, language: 'en', name: 'Noa', business: 'Bloom', email: 'noa@bloom.example', passwordLength: 12, expiresAt: new Date().toISOString() }
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
const OUTSIDE: (Sight & { given?: (page: Page) => Promise<unknown> })[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'password-forgotten', path: '/password' },
  { name: 'invitation', path: '/password#secret', given: link('invitation') },
  { name: 'password-new', path: '/password#secret', given: link('password-reset') },
  { name: 'address-new', path: '/password#secret', given: link('address-change') },
  { name: 'second-factor', path: '/sign-in?unfinished=true', given: session('second-factor-required', 'one-time-code', 'recovery-code') },
  { name: 'recovery-code', path: '/sign-in?unfinished=true', given: session('second-factor-required', 'recovery-code') },
  { name: 'enrolment', path: '/sign-in?unfinished=true', given: session('enrolment-required') },
  { name: 'enrolment-app', path: '/sign-in?unfinished=true', given: session('enrolment-required'), open: setsUpAnApp },
  { name: 'enrolment-codes', path: '/sign-in?unfinished=true', given: session('enrolment-required'), open: getsCodes },
]

const LOOKS = {
  desk: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const
type Look = keyof typeof LOOKS

async function look(page: Page, { viewport, colorScheme }: (typeof LOOKS)[Look]) {
  await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
}

/** Opens a page, or goes on with it once what was opened there is closed. */
async function arrive(page: Page, { path, open }: Sight) {
  await look(page, LOOKS.desk)
  if (page.url().endsWith(path)) {
    const dialogs = page.getByRole('dialog')
    for (let left = await dialogs.count(); left > 0; left--) {
      await page.keyboard.press('Escape')
      await expect(dialogs).toHaveCount(left - 1)
    }
  } else await page.goto(path)
  await expect(page.locator('main :is(li, form, [role=alert], h2, a, button)').first()).toBeVisible()
  await open?.(page)
}

/**
 * Looked through light at a desk and dark on a phone, where nothing is pushed aside either. What is said to readers and
 * how colours stand out is the same in every language.
 */
async function isUsable(page: Page, sight: Sight) {
  await arrive(page, sight)
  for (const [name, one] of Object.entries(LOOKS)) {
    await look(page, one)
    await expectClean(page, `${sight.name} (${name})`)
    await shot(page, `page-${sight.name}-en-${name}`)
  }
  expect(await sideways(page), sight.name).toEqual([])
}

/** The words of another language are pushed aside nowhere. */
async function fits(page: Page, { name }: Sight) {
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  if (process.env.MOKED_SHOTS) await look(page, LOOKS.desk)
  await shot(page, `page-${name}-he-desk`)
  await look(page, LOOKS.phone)
  await shot(page, `page-${name}-he-phone`)
  expect(await sideways(page), name).toEqual([])
}

async function fitsInHebrew(page: Page, sight: Sight) {
  await arrive(page, sight)
  await fits(page, sight)
}

async function setsAside(page: Page) {
  await expect(page.locator('main h1')).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByRole('dialog')).toBeVisible()
}

for (const { language, tenant, name, isGood } of [
  { language: 'en', tenant: shop, name: 'Emma Stone-Hill', isGood: isUsable },
  { language: 'he', tenant: clinic, name: 'עדי פרץ', isGood: fitsInHebrew },
] as const) {
  test(`everybody can use the inbox (${language})`, async ({ atDesk }) => {
    const somebody = await customer(tenant, name)
    const id = await somebody.beginsToWait(`Accessible? ${Date.now()}`)
    const page = await atDesk(userOf(tenant, 'manager'))
    await isGood(page, { name: 'inbox', path: '/inbox/queue' })
    await isGood(page, { name: 'thread', path: `/inbox/open/${id}` })
    await isGood(page, { name: 'thread-why', path: `/inbox/open/${id}`, open: opens((shown) => shown.getByRole('button', { name: /\?$/ })) })
    await isGood(page, { name: 'thread-snoozed', path: `/inbox/open/${id}`, open: setsAside })
    // One look at what is read from right to left, by name and by letter.
    if (language === 'he') await expectClean(page)
  })

  test(`everybody can use the settings and all that is asked there (${language})`, async ({ atDesk }) => {
    // They are many.
    test.setTimeout(180_000)
    const page = await atDesk(userOf(tenant, 'administrator'))
    for (const sight of ADMINISTRATION) await isGood(page, sight)
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
    for (const sight of OPERATION) await isGood(page, sight)
  })
}

test('everybody can come in, in both languages', async ({ outside }) => {
  const page = await outside()
  for (const { given, ...sight } of OUTSIDE) {
    await given?.(page)
    // The part of an address behind the # alone loads no page anew.
    await page.goto('about:blank')
    await isUsable(page, sight)
    await page.getByRole('button', { name: 'עברית' }).click()
    await fits(page, sight)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.unrouteAll()
  }
})

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
