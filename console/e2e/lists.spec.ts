import { expect } from '@playwright/test'
import { shot, test } from './agent'
import { clinic, shop, userOf } from './demo'

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** Other phones each time, so that nobody in them is known. */
const phones = () => {
  const first = 1_000_000 + (Date.now() % 8_000_000)
  return [0, 1, 2].map((more) => `050${first + more}`)
}

test('a list is looked through, mended by its plan, taken in, found by its label and taken along', async ({ atDesk }) => {
  const run = Date.now()
  const [dana, ravi] = phones()
  const text = `Mobile;Full name;Agreed\n${dana};Dana ${run};yes\n${ravi};"Ravi; ${run}";no\n${dana};Dana again;yes\n12345;Nobody;\n`
  const page = await atDesk(userOf(shop, 'administrator'))
  await page.goto('/contacts')
  await page.getByRole('link', { name: 'Lists' }).click()
  await page.getByLabel('Choose a file').setInputFiles(file(`people-${run}.csv`, text))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`people-${run}.csv`)
  await expect(page.getByRole('cell', { name: `Ravi; ${run}` })).toBeVisible()
  await page.getByRole('combobox', { name: 'Country of phones' }).or(page.getByRole('textbox', { name: 'Country of phones' })).first().fill('Israel')
  await page.getByRole('option', { name: 'Israel' }).click()
  await page.getByRole('textbox', { name: 'Label for everybody' }).fill(`list ${run}`)
  await page.getByRole('radio', { name: 'Everybody in the list' }).check()
  await page.getByRole('button', { name: 'Check all lines' }).click()
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Where do you have their word from?' }).fill('The form in our shop')
  await page.getByRole('button', { name: 'Check all lines' }).click()
  await expect(page.getByLabel('What is in it')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Take in 2 contacts' })).toBeInViewport()
  await expect(page.getByRole('list', { name: 'Not usable' })).toContainText('This is not a phone number.')
  await expect(page.getByRole('list', { name: 'Not usable' }).getByRole('listitem').first()).toBeInViewport()
  await page.getByRole('tab', { name: 'Twice in the file' }).click()
  await expect(page.getByRole('list', { name: 'Twice in the file' })).toContainText('An earlier line has the same phone.')
  await shot(page, 'list-checked')
  await page.getByRole('button', { name: 'Take in 2 contacts' }).click()
  await expect(page.getByText('Taken in', { exact: true })).toBeVisible()
  await shot(page, 'list-taken')

  await page.getByRole('link', { name: 'Show them' }).click()
  const contacts = page.getByRole('list', { name: 'Contacts' })
  await expect(contacts.getByRole('listitem')).toHaveCount(2)
  await expect(contacts).toContainText('has not written yet')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()])
  expect(download.suggestedFilename()).toBe('contacts.csv')
  await contacts.getByRole('link', { name: `Dana ${run}` }).click()
  await expect(page.getByRole('main')).toContainText('The form in our shop')
  await shot(page, 'contact-from-a-list')

  await page.getByRole('button', { name: 'Note…' }).click()
  await page.getByRole('radio', { name: 'They want none' }).check()
  await page.getByRole('textbox', { name: 'Where do you have it from?' }).fill('A call on Monday')
  await shot(page, 'contact-takes-it-back')
  await page.getByRole('button', { name: 'Note it' }).click()
  await expect(page.getByRole('main')).toContainText('A call on Monday')
  await page.getByRole('button', { name: 'Note…' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2)
})

test('what cannot be read, or is too long, is refused in words', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/contacts/lists')
  await page.getByLabel('Choose a file').setInputFiles(file('nothing.csv', '\n\n'))
  await expect(page.getByRole('alert')).toContainText('There is nothing in the file.')
  await page.getByLabel('Choose a file').setInputFiles(file('long.csv', '1\n'.repeat(50_001)))
  await expect(page.getByRole('alert')).toContainText('There are too many lines')
})

test('agents bring no lists and are told so', async ({ atDesk }) => {
  const page = await atDesk(userOf(clinic, 'agent'))
  await page.goto('/contacts/lists')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.locator('input[type=file]')).toHaveCount(0)
})
