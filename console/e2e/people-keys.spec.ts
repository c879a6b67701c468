import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './agent'
import { shop, userOf } from './demo'

const isFocused = (one: Locator) => one.evaluate((element) => element === document.activeElement)

/** Moves on with one key until something has the focus. */
async function reach(page: Page, wanted: Locator, key = 'Tab') {
  for (let presses = 0; presses < 60; presses++) {
    if (await isFocused(wanted)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${wanted} cannot be reached`)
}

async function press(page: Page, wanted: Locator) {
  await reach(page, wanted)
  await page.keyboard.press('Enter')
}

test('a colleague is invited, the question who sits there answered, and access ended by keyboard alone', async ({ atDesk }) => {
  const dana = userOf(shop, 'administrator')
  const page = await atDesk(dana)
  const name = `Kit Moor ${Date.now()}`
  const dialog = page.getByRole('dialog')
  await page.goto('/settings/users')
  await page.route('**/api/v1/users', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403,"code":"confirm-it-is-you"}' })
      : route.fallback(),
  )
  const invite = page.getByRole('button', { name: 'Invite', exact: true })
  await press(page, invite)
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(`kit.${Date.now()}@bloom.example`)
  const role = dialog.getByRole('combobox').first()
  await reach(page, role)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  for (let down = 0; down < 5 && (await role.inputValue()) !== 'Agent'; down++) {
    if (down > 0) await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await expect(role).toHaveValue('Agent')
  await press(page, dialog.getByRole('button', { name: 'Send the invitation' }))

  const question = page.getByRole('dialog', { name: 'Is it you?' })
  await expect(question.getByLabel('Your password')).toBeFocused()
  await page.unroute('**/api/v1/users')
  await page.keyboard.type(dana.password)
  await page.keyboard.press('Enter')
  const row = page.getByRole('list', { name: 'Users' }).getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('Invited')
  await expect(invite).toBeFocused()

  const more = row.getByRole('button', { name: /^More for/ })
  await press(page, more)
  await reach(page, page.getByRole('menuitem', { name: 'Deactivate' }), 'ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Cancel' }).last()).toBeFocused()
  await press(page, dialog.getByRole('button', { name: 'Deactivate' }))
  await expect(row).toContainText('Deactivated')
  await expect(more).toBeFocused()
})
