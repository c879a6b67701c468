import { expect, type Page } from '@playwright/test'
import { shot, test } from './agent'
import { demo, shop, userOf } from './demo'

const rows = (page: Page) => page.getByRole('main').getByRole('list', { name: 'Channels' }).getByRole('listitem')

async function more(page: Page, what: string) {
  await rows(page).first().getByRole('button', { name: /^More about/ }).click()
  await page.getByRole('menuitem', { name: what }).click()
  return page.getByRole('dialog')
}

/** Meta's window, as the simulator plays it. */
async function windowOf(page: Page) {
  const [window] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Connect with Meta' }).click()])
  await expect(window.getByRole('radio').first()).toBeVisible()
  return window
}

async function simulator(method: string, path: string, body?: object) {
  const answer = await fetch(`${demo.simulator}/simulator/${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) })
  expect(answer.ok, path).toBe(true)
}

test('an owner connects a number in Meta’s own window, or thinks better of it', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'administrator'))
  await page.goto('/settings/channels')
  const called = await rows(page).first().locator('bdi').first().innerText()
  await more(page, 'Disconnect')
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().getByRole('button', { name: 'Disconnect' }).click()
  await expect(rows(page).first()).toContainText('Not connected')

  const given = await windowOf(page)
  await shot(given, 'signup-window')
  const closed = given.waitForEvent('close')
  await given.getByRole('button', { name: 'Cancel' }).click()
  await closed
  await expect(page.getByText('Nothing was connected.')).toBeVisible()

  const granted = await windowOf(page)
  await granted.getByRole('radio', { name: new RegExp(shop.name) }).check()
  const gone = granted.waitForEvent('close')
  await granted.getByRole('button', { name: 'Continue' }).click()
  await gone
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Look at the account' }).click()
  await expect(dialog.getByRole('list', { name: 'What has to hold' })).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill(called)
  await shot(page, 'signup-granted')
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('Messages of the account come here')
  await shot(page, 'signup-standing')
  await page.keyboard.press('Escape')
  await expect(rows(page).first()).not.toContainText('Not connected')
})

test('the check tells step by step what does not hold, and what to do', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'administrator'))
  await page.goto('/settings/channels')
  const check = rows(page).first().getByRole('button', { name: /^How .* stands/ })
  const steps = page.getByRole('dialog').getByRole('list', { name: 'What has to hold' })
  try {
    await simulator('PUT', 'faults', { tokenExpired: true })
    await check.click()
    await expect(steps.getByRole('listitem').first()).toContainText('Make a new one in Meta’s business settings')
    await shot(page, 'check-token')
    await page.keyboard.press('Escape')
    await expect(steps).toBeHidden()
  } finally {
    await simulator('DELETE', 'faults')
  }
  await check.click()
  await expect(steps.getByRole('img', { name: 'Holds' }).first()).toBeVisible()
  await expect(steps.getByText('Does not hold')).toHaveCount(0)
  await shot(page, 'check-holds')
})

test('a number is renamed, proved, registered with a PIN, and given a profile', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'administrator'))
  await page.goto('/settings/channels')
  const called = await rows(page).first().locator('bdi').first().innerText()
  const rename = await more(page, 'Rename')
  await rename.getByRole('textbox', { name: 'Name' }).fill('Counter')
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(rows(page).first()).toContainText('Counter')
  const back = await more(page, 'Rename')
  await back.getByRole('textbox', { name: 'Name' }).fill(called)
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toContainText(called)

  const register = await more(page, 'Register and PIN')
  await register.getByRole('textbox', { name: 'PIN of six digits' }).fill('12345')
  await expect(register.getByRole('button', { name: 'Register', exact: true })).toBeDisabled()
  await register.getByRole('textbox', { name: 'PIN of six digits' }).fill('123456')
  await shot(page, 'number-register')
  await register.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('The number is registered.')).toBeVisible()

  const profile = await more(page, 'Business profile')
  const about = `Fresh since ${Date.now()}`
  await profile.getByRole('textbox', { name: 'About' }).fill(about)
  await profile.getByRole('textbox', { name: 'Website 1' }).fill('https://bloom.example/')
  await shot(page, 'number-profile')
  await profile.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Meta shows the new profile.')).toBeVisible()
  const again = await more(page, 'Business profile')
  await expect(again.getByRole('textbox', { name: 'About' })).toHaveValue(about)
})
