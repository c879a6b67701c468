import { expect } from '@playwright/test'
import { shot, test } from './agent'
import { shop, userOf } from './demo'

test('a manager writes a rule, tries it, mends what is refused, and moves it by keys', async ({ atDesk }) => {
  const name = `Prices ${Date.now()}`
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/settings/rules')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('list', { name: 'And if' }).getByRole('alert')).toContainText('Something is missing here.')
  await shot(page, 'rules-refused')

  await page.getByRole('combobox', { name: /Condition 1.: what it is about/ }).pressSequentially('e,')
  await page.getByRole('combobox', { name: /Action 1.: what it is about/ }).pressSequentially('sales,')
  await page.getByRole('button', { name: 'Try it on the last conversations' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'It would have acted in' })).toBeVisible()
  await shot(page, 'rules-tried')

  await page.getByRole('button', { name: 'Save' }).click()
  const list = page.getByRole('list', { name: 'Rules' })
  const row = list.getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('if the message contains')
  await shot(page, 'rules')

  const other = `Other ${Date.now()}`
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(other)
  await page.getByRole('combobox', { name: /Action 1.: what it is about/ }).pressSequentially('other,')
  await page.getByRole('button', { name: 'Save' }).click()
  const up = page.getByRole('button', { name: new RegExp(`^Move .${other}. up$`) })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('listitem').filter({ hasText: /Prices|Other/ }).first()).toContainText(other)
  await expect(up).toBeFocused()

  await list.getByRole('listitem').filter({ hasText: other }).getByRole('switch').press('Space')
  await expect(list.getByRole('listitem').filter({ hasText: other })).toContainText('Off')
  for (const one of [name, other]) {
    await page.getByRole('button', { name: new RegExp(`^Remove .${one}.$`) }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText(new RegExp(`${one}. is removed.`))).toBeVisible()
  }
})
