import { expect, type Page } from '@playwright/test'
import { shot, test } from './agent'
import { clinic, shop, userOf } from './demo'

const HOLIDAYS = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART;VALUE=DATE:20500704
DTEND;VALUE=DATE:20500706
SUMMARY:Long feast
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:19990301
RRULE:FREQ=YEARLY
SUMMARY:First of March
END:VEVENT
BEGIN:VEVENT
DTSTART:20500101T100000Z
DTEND:20500101T110000Z
SUMMARY:Meeting
END:VEVENT
END:VCALENDAR
`
const file = (name: string, text: string) => ({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) })

const time = (page: Page, which: 'From' | 'To', day: string, number = 1) => page.getByLabel(new RegExp(`^${which}, .${day}., span ${number}$`))

test('a manager writes down a week, copies a day, and mends what is refused', async ({ atDesk }) => {
  const name = `Office ${Date.now()}`
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/settings/hours')
  await page.getByRole('button', { name: 'Add a calendar' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await time(page, 'From', 'Monday').fill('20:00')
  await time(page, 'To', 'Monday').fill('02:00')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('group', { name: /Monday., span 1$/ }).getByRole('alert')).toContainText('It ends before it begins.')
  await shot(page, 'hours-refused')
  await page.getByRole('checkbox', { name: 'until the next day' }).check()
  await page.getByRole('button', { name: /^Add a span to .Monday/ }).click()
  await time(page, 'From', 'Monday', 2).fill('08:00')
  await time(page, 'To', 'Monday', 2).fill('12:00')
  await page.getByRole('button', { name: /^Copy .Monday. to other days$/ }).click()
  await page.getByRole('menuitem', { name: 'Every day' }).click()
  await expect(time(page, 'To', 'Sunday', 2)).toHaveValue('12:00')
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('list', { name: 'Hours' }).getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText(/Open now, until|Closed now, opens/)

  await row.getByRole('link', { name }).click()
  await expect(time(page, 'From', 'Friday')).toHaveValue('20:00')
  await page.getByRole('link', { name: 'All calendars' }).click()
  await row.getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
})

test('holidays are seen before they are taken from a file', async ({ atDesk }) => {
  const name = `Holidays ${Date.now()}`
  const page = await atDesk(userOf(shop, 'administrator'))
  await page.goto('/settings/hours/new')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Take from a file' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Choose a file').setInputFiles(file('x.ics', 'hello'))
  await expect(dialog.getByRole('alert')).toContainText('This is no iCalendar file')
  await dialog.getByLabel('Choose a file').setInputFiles(file('holidays.ics', HOLIDAYS))
  await expect(dialog.getByRole('status')).toContainText('3 new days')
  await expect(dialog.getByRole('status')).toContainText('1 event does not take the whole day.')
  await dialog.getByRole('checkbox', { name: /Long feast.*5/ }).uncheck()
  await shot(page, 'hours-import')
  await dialog.getByRole('button', { name: 'Take 2 days' }).click()
  await expect(page.getByRole('list', { name: 'Every year' })).toContainText('First of March')
  await expect(page.getByRole('list', { name: '2050' }).getByRole('listitem')).toHaveCount(1)

  await page.getByRole('button', { name: /^Edit .Long feast/ }).click()
  await dialog.getByText('Other hours').click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('list', { name: 'Hours' }).getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('2 special days')
  await row.getByRole('link', { name }).click()
  await expect(page.getByRole('list', { name: '2050' })).toContainText(/09:00.*17:00/)
  await shot(page, 'hours-special')
})

test('whoever comes second is told that somebody was there before', async ({ atDesk }) => {
  const name = `Both ${Date.now()}`
  const page = await atDesk(userOf(shop, 'manager'))
  await page.goto('/settings/hours/new')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('list', { name: 'Hours' }).getByRole('listitem').filter({ hasText: name })
  await row.getByRole('link', { name }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name)
  const other = await atDesk(userOf(shop, 'administrator'))
  await other.goto(page.url())
  await other.getByRole('textbox', { name: 'Name' }).fill(`${name} anew`)
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText('The hours are saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Somebody else has changed this calendar meanwhile.' })).toBeVisible()
})

test('in Hebrew the week begins on Sunday', async ({ atDesk }) => {
  const page = await atDesk(userOf(clinic, 'manager'))
  await page.goto('/settings/hours')
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
  await expect(page.getByRole('textbox', { name: 'שם' })).toHaveCSS('direction', 'rtl')
  await expect(page.getByRole('list', { name: 'שבוע רגיל' }).getByRole('listitem').first()).toContainText('יום ראשון')
  await expect(page.getByRole('heading', { level: 3, name: '2027' })).toBeVisible()
  await shot(page, 'hours-hebrew')
})
