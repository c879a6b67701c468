import { expect } from '@playwright/test'
import { shot, test } from './agent'
import { clinic, shop, userOf } from './demo'

test('a manager says what is promised, mends what cannot be, and chooses hours', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/settings/targets')
  const field = page.getByRole('textbox', { name: /First answer., .Urgent., in minutes/ }).first()
  const save = page.getByRole('button', { name: /^Save the targets of/ }).first()
  await expect(field).toHaveValue(/\d+/)
  const before = await field.inputValue()
  await field.fill('0')
  await save.click()
  await expect(page.getByText('A whole number from 1 to 86400')).toBeVisible()
  await shot(page, 'targets-refused')
  await field.fill('7')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^The targets of .* are saved/)).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue('7')
  await field.fill(before)
  await save.click()
  await expect(save).toBeDisabled()
  await page.getByRole('combobox', { name: /^Opening hours of/ }).first().selectOption({ label: 'Open day and night' })
  await expect(page.getByText('Open now, and never closed').first()).toBeVisible()
  await page.getByRole('combobox', { name: /^Opening hours of/ }).first().selectOption({ label: 'Those of the business' })
  await shot(page, 'targets')
})

test('rows say what is due next, and can be ordered by it', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto('/inbox/open')
  await expect(page.getByRole('list', { name: 'Conversations' }).getByText(/(First answer|Next answer|Resolution). (due in|endangered|late by)/).first()).toBeAttached()
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('menuitemradio', { name: 'Most endangered target first' }).click()
  await expect(page).toHaveURL(/order=due/)
  await shot(page, 'inbox-by-target')
})

test('the page speaks Hebrew', async ({ atDesk }) => {
  const page = await atDesk(userOf(clinic, 'administrator'))
  await page.goto('/settings/targets')
  await expect(page.getByRole('heading', { level: 1, name: 'יעדים' })).toBeVisible()
  await shot(page, 'targets-hebrew')
})
