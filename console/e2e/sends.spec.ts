import { expect, type Page } from '@playwright/test'
import { field, lineOf, shot, test, thread } from './agent'
import { customer, shop, userOf } from './demo'

/** What is put together behind the button. */
async function inserts(page: Page, kind: string) {
  await page.getByRole('button', { name: 'Insert' }).click()
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
  return page.getByRole('dialog', { name: kind })
}

test('everything that can be put together is sent, shown and received', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const id = await emma.beginsToWait(`What can you send? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeEditable()
  const run = Date.now()
  const before = (await emma.received()).length

  const buttons = await inserts(page, 'Buttons')
  await buttons.getByRole('textbox', { name: 'Text' }).fill(`Shall we deliver? ${run}`)
  await buttons.getByRole('textbox', { name: 'Button 1' }).fill('Yes, please')
  await expect(buttons.getByRole('region', { name: 'How it will look' })).toContainText('Yes, please')
  await shot(page, 'insert-buttons')
  await buttons.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(lineOf(page, `Shall we deliver? ${run}`)).toContainText('Yes, please')

  const list = await inserts(page, 'List')
  await list.getByRole('textbox', { name: 'Text' }).fill(`Which bouquet? ${run}`)
  await list.getByRole('textbox', { name: 'Button', exact: true }).fill('Choose')
  await list.getByRole('textbox', { name: 'Row 1' }).fill('Roses')
  await shot(page, 'insert-list')
  await list.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(lineOf(page, `Which bouquet? ${run}`)).toContainText('Choose')

  const place = await inserts(page, 'Location')
  await place.getByRole('textbox', { name: 'Latitude' }).fill('32.0853')
  await place.getByRole('textbox', { name: 'Longitude' }).fill('34.7818')
  await place.getByRole('textbox', { name: 'Name of the place' }).fill(`Our shop ${run}`)
  await place.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(lineOf(page, `Our shop ${run}`)).toBeVisible()

  const people = await inserts(page, 'Contact cards')
  await people.getByRole('textbox', { name: 'Name', exact: true }).fill(`Gil ${run}`)
  await people.getByRole('textbox', { name: 'Phone' }).fill('+972501234567')
  await people.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(lineOf(page, `Gil ${run}`)).toBeVisible()

  await expect.poll(async () => (await emma.received()).slice(before)).toEqual(['interactive', 'interactive', 'location', 'contacts'])
  await shot(page, 'thread-inserted')
})

test('a reaction is put under a message, seen by its writer, and taken away', async ({ atDesk }) => {
  const liam = await customer(shop, 'Liam Ortega')
  const words = `Thank you! ${Date.now()}`
  const id = await liam.beginsToWait(words)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  const line = lineOf(page, words)
  await line.hover()
  await line.getByRole('button', { name: 'React to this message' }).click()
  await page.getByRole('dialog', { name: 'React to this message' }).getByRole('button', { name: '❤️' }).click()
  await expect(line).toContainText('❤️')
  await expect.poll(liam.sees).toContain('❤️')
  await shot(page, 'thread-reaction')
  await expect(thread(page).last()).toBeVisible()
})

/** Every kind of message there is a picture of: for a person to look at. */
test('one thread shows every kind of message', async ({ atDesk }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  const run = Date.now()
  await olivia.sends([
    { type: 'location', location: { latitude: 32.0853, longitude: 34.7818, name: `Beach ${run}`, address: 'Tel Aviv' } },
    { type: 'contacts', contacts: [{ name: { formatted_name: `Aunt ${run}`, first_name: 'Aunt' }, phones: [{ phone: '+972501234567' }] }] },
  ])
  const id = await olivia.beginsToWait(`All of it ${run}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  for (const words of [`Beach ${run}`, `Aunt ${run}`, `All of it ${run}`]) await expect(lineOf(page, words)).toBeVisible()
  await shot(page, 'thread-every-kind')
})
