import { expect, type Page } from '@playwright/test'
import { shot, test } from './agent'
import { clinic, shop, userOf } from './demo'

const text = (page: Page, occasion: string, language: string) => page.getByRole('group', { name: occasion, exact: true }).getByRole('textbox', { name: language })

async function save(page: Page, which: 'first' | 'last' = 'first') {
  await page.getByRole('button', { name: 'Save' })[which]().click()
}

test('a manager writes a greeting, sees it as it is read, and what cannot be said is refused', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/settings/texts')
  const field = text(page, 'Greeting', 'English')
  await field.fill('Welcome! Your place in line: ')
  await page.getByRole('group', { name: 'Greeting', exact: true }).getByRole('group', { name: /Put into the text in .English/ }).getByRole('button', { name: 'Place in line' }).press('Enter')
  await expect(field).toHaveValue('Welcome! Your place in line: {position}')
  await expect(field).toBeFocused()
  await expect(page.getByRole('figure').first()).toContainText('Your place in line: 3')
  await field.pressSequentially(' {nextOpening}')
  await save(page)
  await expect(page.getByText('Only what the buttons below put in can stand between braces here.')).toBeVisible()
  await shot(page, 'texts-refused')
  await field.fill('Welcome! Your place in line: {position}')
  await save(page)
  await expect(page.getByText('The automatic texts are saved.')).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue('Welcome! Your place in line: {position}')
  await shot(page, 'texts')
  await field.fill('')
  await save(page)
  await expect(page.getByText('The automatic texts are saved.')).toBeVisible()
})

test('words mean one thing, and times are possible ones', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/settings/texts')
  await page.getByRole('combobox', { name: 'Asks how long it will take' }).fill('queue?')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Waits no longer' }).fill('Queue')
  await page.keyboard.press('Enter')
  await save(page, 'last')
  await expect(page.getByText('A word can mean one thing only.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Waits no longer' }).press('Backspace')
  await page.getByRole('textbox', { name: 'Greet again after (hours)' }).fill('999')
  await save(page, 'last')
  await expect(page.getByText('This is missing, or beyond what is possible.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Greet again after (hours)' }).fill('12')
  await page.getByRole('combobox', { name: 'Asks how long it will take' }).press('Backspace')
  await save(page, 'last')
  await expect(page.getByText('The automatic texts are saved.')).toBeVisible()
})

test('in Hebrew each text reads in its own direction', async ({ atDesk }) => {
  const page = await atDesk(userOf(clinic, 'manager'))
  await page.goto('/settings/texts')
  await expect(text(page, 'ברכת פתיחה', 'אנגלית')).toHaveCSS('direction', 'ltr')
  await expect(text(page, 'ברכת פתיחה', 'עברית')).toHaveCSS('direction', 'rtl')
  await text(page, 'ברכת פתיחה', 'עברית').fill('שלום! המתנה צפויה: {wait}')
  await expect(page.getByRole('figure').first()).toContainText('בין 10 ל־20 דקות')
  await shot(page, 'texts-hebrew')
})
