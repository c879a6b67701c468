import { expect, type Page } from '@playwright/test'
import { createHmac } from 'node:crypto'
import { shot, test } from './agent'
import { clinic, lettersTo, mailedLink, shop, userOf } from './demo'

const PASSWORD = 'seven quiet otters knit'
const USERS = '**/api/v1/users'

/** The code that an authenticator app shows, now or some steps of half a minute later (RFC 6238). */
function codeOf(secret: string, later = 0) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const seed = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const digest = createHmac('sha1', seed).update(step).digest()
  return String((digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function invite(page: Page, words: { open: string; name: string; role: string; send: string }, name: string, email: string) {
  await page.goto('/settings/users')
  await page.getByRole('button', { name: words.open, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: words.name }).fill(name)
  await dialog.locator('input[type=email]').fill(email)
  await dialog.getByRole('button', { name: words.send }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByRole('combobox').first().click()
  await page.getByRole('option', { name: words.role, exact: true }).click()
  await expect(dialog.getByRole('alert')).toBeHidden()
  await dialog.getByRole('button', { name: words.send }).click()
}

const ENGLISH = { open: 'Invite', name: 'Name', role: 'Agent', send: 'Send the invitation' }
const HEBREW = { open: 'הזמנה', name: 'שם', role: 'נציג', send: 'שליחת ההזמנה' }

async function signOut(page: Page) {
  await page.locator('nav').getByRole('button').last().click()
  await page.getByRole('menuitem').last().click()
  await expect(page).toHaveURL(/sign-in/)
}

async function choosePassword(page: Page, link: string) {
  await page.goto(link)
  await page.locator('input[autocomplete=new-password]').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await expect(page).toHaveURL(/inbox/)
}

test('somebody is invited, sets up a second factor, shows it, and is out when deactivated', async ({ atDesk, outside }) => {
  const email = `kim.${Date.now()}@bloom.example`
  const admin = await atDesk(userOf(shop, 'administrator'))
  // As if ten minutes had passed since the administrator signed in.
  await admin.route(USERS, (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    return route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403,"code":"confirm-it-is-you"}' })
  })
  await invite(admin, ENGLISH, 'Kim Lake', email)
  const question = admin.getByRole('dialog', { name: 'Is it you?' })
  await expect(question.getByLabel('Your password')).toBeFocused()
  await admin.unroute(USERS)
  await question.getByLabel('Your password').fill(userOf(shop, 'administrator').password)
  await admin.keyboard.press('Enter')
  await expect(admin.getByText(new RegExp(`on its way to .${email}`))).toBeVisible()
  const row = admin.getByRole('list', { name: 'Users' }).getByRole('listitem').filter({ hasText: email })
  await expect(row).toContainText('Invited')

  const kim = await outside()
  await choosePassword(kim, await mailedLink(email))
  await kim.goto('/settings/security')
  await kim.getByRole('button', { name: 'Set up' }).click()
  const secret = (await kim.getByRole('group', { name: 'Secret for the authenticator app' }).locator('span').first().textContent())!
  await shot(kim, 'access-enrolment')
  await kim.getByLabel('The code that the app shows now').fill(codeOf(secret))
  await kim.keyboard.press('Enter')
  await expect(kim.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem')).toHaveCount(10)
  await kim.getByRole('button', { name: 'I have kept them' }).click()
  await signOut(kim)

  await kim.locator('input[type=email]').fill(email)
  await kim.locator('input[type=password]').fill(PASSWORD)
  await kim.keyboard.press('Enter')
  await expect(kim.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await kim.getByLabel('Code from your authenticator app').fill('000000')
  await kim.keyboard.press('Enter')
  await expect(kim.getByRole('main').getByRole('alert')).toContainText('did not match')
  await kim.getByLabel('Code from your authenticator app').fill(codeOf(secret, 1))
  await kim.keyboard.press('Enter')
  await expect(kim).toHaveURL(/inbox/)

  await row.getByRole('button', { name: /^More for/ }).click()
  await admin.getByRole('menuitem', { name: 'Deactivate' }).click()
  await expect(admin.getByRole('dialog')).toContainText('signed out everywhere')
  await admin.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
  await expect(kim).toHaveURL(/sign-in/)
  await expect(kim.getByText('Your session has ended')).toBeVisible()
  await expect(row).toContainText('Deactivated')
})

test('an invitation leads into the console in Hebrew, and its password opens it again', async ({ atDesk, outside }) => {
  const email = `gal.${Date.now()}@shikma.example`
  const admin = await atDesk(userOf(clinic, 'administrator'), { locale: 'he' })
  await invite(admin, HEBREW, 'גל ים', email)
  await expect(admin.getByText(/הזמנה בדרך אל/)).toBeVisible()

  const gal = await outside()
  const link = await mailedLink(email)
  await gal.goto(link)
  await expect(gal.getByRole('heading', { name: 'ברוכים הבאים' })).toBeVisible()
  await expect(gal.locator('html')).toHaveAttribute('dir', 'rtl')
  await gal.locator('input[autocomplete=new-password]').fill('123456789012')
  await gal.keyboard.press('Enter')
  await expect(gal.getByRole('main').getByRole('alert')).toContainText('מהדברים הראשונים')
  await shot(gal, 'access-invitation-hebrew')
  await choosePassword(gal, link)
  await signOut(gal)
  await gal.goto(link)
  await expect(gal.getByRole('heading', { name: 'הקישור הזה כבר לא בתוקף' })).toBeVisible()
  await gal.goto('/sign-in')
  await gal.locator('input[type=email]').fill(email)
  await gal.locator('input[type=password]').fill(PASSWORD)
  await gal.keyboard.press('Enter')
  await expect(gal).toHaveURL(/inbox/)
})

test('whoever works for two businesses with one address and password says which to open', async ({ atDesk, outside }) => {
  const email = `two.${Date.now()}@bloom.example`
  const noa = await outside()
  const administrators = [
    { admin: await atDesk(userOf(shop, 'administrator')), words: ENGLISH, name: 'Noa Bar', business: shop },
    { admin: await atDesk(userOf(clinic, 'administrator'), { locale: 'he' }), words: HEBREW, name: 'נועה בר', business: clinic },
  ]
  const links: string[] = []
  for (const { admin, words, name } of administrators) {
    await invite(admin, words, name, email)
    await expect.poll(async () => (await lettersTo(email)).length).toBe(links.length + 1)
    links.push(await mailedLink(email))
  }
  for (const link of links) {
    await choosePassword(noa, link)
    await signOut(noa)
  }
  for (const { business } of administrators) {
    await noa.goto('/sign-in')
    await noa.locator('input[type=email]').fill(email)
    await noa.locator('input[type=password]').fill(PASSWORD)
    await noa.keyboard.press('Enter')
    await expect(noa.getByRole('button', { name: shop.name })).toBeVisible()
    await shot(noa, `access-which-business-${business === shop ? 'first' : 'second'}`)
    await noa.getByRole('button', { name: business.name }).click()
    await expect(noa).toHaveURL(/inbox/)
    await expect(noa.locator('html')).toHaveAttribute('dir', business === shop ? 'ltr' : 'rtl')
    await signOut(noa)
  }
})

test('a new address of somebody counts once they have confirmed it, and the one before is told', async ({ atDesk, outside }) => {
  const before = `ray.${Date.now()}@bloom.example`
  const after = `new.${before}`
  const admin = await atDesk(userOf(shop, 'administrator'))
  await invite(admin, ENGLISH, 'Ray Dale', before)
  const ray = await outside()
  await choosePassword(ray, await mailedLink(before))
  await signOut(ray)

  await admin.reload()
  const row = admin.getByRole('list', { name: 'Users' }).getByRole('listitem').filter({ hasText: before })
  await row.getByRole('button', { name: /^Edit/ }).click()
  await admin.getByRole('dialog').locator('input[type=email]').fill(after)
  await admin.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText(new RegExp(`Waits for confirmation of .${after}`))
  await shot(admin, 'access-address-waits')

  await ray.goto(await mailedLink(after))
  await expect(ray.getByLabel('E-mail')).toHaveValue(after)
  await shot(ray, 'access-address')
  await ray.getByRole('button', { name: 'Confirm the address' }).click()
  await expect(ray.getByRole('status')).toContainText('The address is confirmed')
  await shot(ray, 'access-address-confirmed')
  await ray.getByRole('button', { name: 'Sign in' }).click()
  await expect(ray.getByRole('heading', { name: 'Sign in to Moked' })).toBeVisible()
  await ray.locator('input[type=email]').fill(after)
  await ray.locator('input[type=password]').fill(PASSWORD)
  await ray.keyboard.press('Enter')
  await expect(ray).toHaveURL(/inbox/)
  await expect.poll(async () => (await lettersTo(before)).map(({ subject }) => subject)).toContain('Your e-mail address for Moked has changed')
})

test('a passkey signs in by itself, and is the second factor of its owner', async ({ atDesk, outside }) => {
  const admin = await atDesk(userOf(shop, 'administrator'))
  const email = `lee.${Date.now()}@bloom.example`
  await invite(admin, ENGLISH, 'Lee Hart', email)
  await expect(admin.getByText(new RegExp(`on its way to .${email}`))).toBeVisible()

  const lee = await outside()
  const devtools = await lee.context().newCDPSession(lee)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  await choosePassword(lee, await mailedLink(email))
  await lee.goto('/settings/security')
  await lee.getByRole('button', { name: 'Add a passkey' }).click()
  await lee.getByRole('dialog').getByRole('textbox').fill('Work laptop')
  await lee.keyboard.press('Enter')
  await lee.getByRole('button', { name: 'I have kept them' }).click()
  await expect(lee.getByRole('list', { name: 'Passkeys' })).toContainText('Work laptop')
  await signOut(lee)

  await lee.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(lee).toHaveURL(/inbox/)
  await signOut(lee)
  await lee.locator('input[type=email]').fill(email)
  await lee.locator('input[type=password]').fill(PASSWORD)
  await lee.keyboard.press('Enter')
  await lee.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(lee).toHaveURL(/inbox/)
})
