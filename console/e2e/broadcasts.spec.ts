import { expect, type Page } from '@playwright/test'
import { shot, test } from './agent'
import { clinic, customer, shop, userOf } from './demo'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

/** Chooses from a field that unfolds a list. */
async function choose(page: Page, field: string, option: string | RegExp) {
  await page.getByRole('textbox', { name: field }).or(page.getByRole('combobox', { name: field })).first().click()
  await page.getByRole('option', { name: option }).first().click()
}

async function shots(page: Page, name: string) {
  for (const [look, size] of Object.entries({ desk: DESK, phone: PHONE })) {
    await page.setViewportSize(size)
    await shot(page, `${name}-${look}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(DESK)
}

test('a broadcast is planned step by step, reaches everybody, and its results come by themselves', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  await emma.beginsToWait(`Hello ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'administrator'))
  await page.goto('/broadcasts')
  await page.getByRole('link', { name: 'New broadcast' }).click()
  const name = `Open again ${Date.now()}`
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('This is missing.').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await choose(page, 'Number', shop.name)
  await choose(page, 'Template', /order_ready · English/)
  await choose(page, 'Variable 1', 'The contact’s name')
  await shots(page, 'broadcast-1-what')
  for (const text of await page.getByPlaceholder('1042').all()) await text.fill('17')
  await page.getByRole('button', { name: 'Next' }).click()

  await choose(page, 'To whom', 'All contacts')
  await expect(page.getByRole('status').filter({ hasText: /\d+ contacts?/ })).toBeVisible()
  await shots(page, 'broadcast-2-whom')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('checkbox', { name: 'Keep quiet hours' }).uncheck()
  await shots(page, 'broadcast-3-when')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('Category (decides what Meta charges)')).toBeVisible()
  await shots(page, 'broadcast-4-check')
  await page.getByRole('button', { name: 'Start now' }).click()

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Sent/ })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Recipients' }).getByRole('listitem').first()).toBeVisible()
  const replied = page.locator('[data-tone]').filter({ hasText: 'Replied' })
  await expect(replied).toContainText('0')
  await emma.says('Thank you!')
  await expect(replied).toContainText('1')
  await shots(page, 'broadcast-5-results')
  await page.goto('/broadcasts')
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('sent')
  await shots(page, 'broadcast-6-list')
})

test('a broadcast in Hebrew waits for its time, and is cancelled', async ({ atDesk }) => {
  const roni = await customer(clinic, 'רוני מזרחי')
  await roni.beginsToWait(`שלום ${Date.now()}`)
  const page = await atDesk(userOf(clinic, 'administrator'), { locale: 'he-IL' })
  await page.goto('/broadcasts/new')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const name = `פותחים שוב ${Date.now()}`
  await page.getByRole('textbox', { name: 'שם' }).fill(name)
  await choose(page, 'מספר', clinic.name)
  await choose(page, 'תבנית', /./)
  for (const text of await page.getByRole('textbox', { name: /^הטקסט של/ }).all()) await text.fill('17')
  await shots(page, 'broadcast-he-1-what')
  await page.getByRole('button', { name: 'הבא' }).click()
  await choose(page, 'למי', 'כל אנשי הקשר')
  await expect(page.getByRole('status').filter({ hasText: /אנשי קשר|איש קשר/ })).toBeVisible()
  await shots(page, 'broadcast-he-2-whom')
  await page.getByRole('button', { name: 'הבא' }).click()
  await page.getByRole('radio', { name: 'במועד אחר' }).check()
  await shots(page, 'broadcast-he-3-when')
  await page.getByRole('button', { name: 'הבא' }).click()
  await shots(page, 'broadcast-he-4-check')
  await page.getByRole('button', { name: 'תכנון השליחה' }).click()

  await expect(page.getByRole('status').filter({ hasText: 'מתוכננת' })).toBeVisible()
  await page.getByRole('button', { name: 'ביטול התפוצה' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'לבטל את התפוצה' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'בוטלה' })).toBeVisible()
  await shots(page, 'broadcast-he-5-cancelled')
})

const plan = async (page: Page, name: string) => {
  await page.goto('/broadcasts/new')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await choose(page, 'Number', shop.name)
  await choose(page, 'Template', /we_are_here · English/)
  await page.getByRole('button', { name: 'Next' }).click()
}

test('a broadcast that is left to bring its contacts in a file goes on to them', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'administrator'))
  const run = Date.now()
  await plan(page, `To the new ones ${run}`)
  await page.getByRole('link', { name: 'Contacts from a file' }).click()
  const buffer = Buffer.from(`phone,name\n+97250${1_000_000 + (run % 8_000_000)},Dana ${run}\n`)
  await page.getByLabel('Choose a file').setInputFiles({ name: 'new.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('textbox', { name: 'Label for everybody' }).fill(`new ${run}`)
  await page.getByRole('button', { name: 'Check all lines' }).click()
  await page.getByRole('button', { name: 'Take in 1 contact' }).click()
  await page.getByRole('link', { name: 'Write to them' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 contact' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: `Dana ${run}` })).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText(`To the new ones ${run}`)).toBeVisible()
  // What is put into a sentence keeps its own direction, by marks that nobody sees.
  await expect(page.getByText(new RegExp(`^with .*new ${run}`))).toBeVisible()
})

test('what is held by quiet hours says so, and not that it is being sent', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'administrator'))
  const name = `After the night ${Date.now()}`
  await plan(page, name)
  await choose(page, 'To whom', 'All contacts')
  await page.getByRole('button', { name: 'Next' }).click()
  // Some minute of the day has to be open; it is not this one.
  const soon = new Date(Date.now() - 60 * 60_000).toISOString().slice(11, 14)
  await page.getByLabel('From').fill(`${soon}01`)
  await page.getByLabel('Until').fill(`${soon}00`)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Start now' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Quiet hours/ })).toContainText('Whoever is left has quiet hours now.')
  await page.getByRole('link', { name: 'All broadcasts' }).click()
  const row = page.getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('Quiet hours')
  await expect(row).not.toContainText('Being sent')
  await shots(page, 'broadcast-7-quiet')
})
