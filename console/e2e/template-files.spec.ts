import { expect, type Locator, type Page } from '@playwright/test'
import { field, lineOf, shot, test } from './agent'
import { customer, shop, userOf } from './demo'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** The beginning of a film, by which files are known; nobody plays it here. */
const FILM = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.from([0, 0, 2, 0]), Buffer.from('isommp42'), Buffer.from([0, 0, 0, 8]), Buffer.from('mdat')])

/** A picture that surely is one: what the browser itself drew. */
const picture = (page: Page) => page.screenshot({ clip: { x: 0, y: 0, width: 240, height: 160 } })

async function choose(page: Page, within: Locator, label: string, option: string) {
  await within.getByRole('combobox', { name: label }).or(within.getByRole('textbox', { name: label })).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Somebody writes a template, up to what is in it. */
async function newTemplate(page: Page, name: string) {
  await page.goto('/settings/templates')
  await page.getByRole('button', { name: 'New template' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await choose(page, dialog, 'Language', 'English')
  return dialog
}

async function sendIn(page: Page, dialog: Locator, name: string) {
  await dialog.getByRole('button', { name: 'Send in for review' }).click()
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: name })).toContainText('Approved')
}

/** An agent finds a template in the composer's menu. */
async function found(page: Page, name: string) {
  await page.getByRole('button', { name: 'Insert' }).click()
  await page.getByRole('menuitem', { name: 'Template' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await page.keyboard.type(name)
  await dialog.getByRole('listitem').filter({ hasText: name }).getByRole('button').click()
  await expect(dialog.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
  return dialog
}

for (const { kind, header, file } of [
  { kind: 'image', header: 'Picture', file: { name: 'roses.png', mimeType: 'image/png', buffer: undefined } },
  { kind: 'video', header: 'Video', file: { name: 'roses.mp4', mimeType: 'video/mp4', buffer: FILM } },
  { kind: 'document', header: 'Document', file: { name: 'roses.pdf', mimeType: 'application/pdf', buffer: PDF } },
]) {
  test(`a template with a ${kind} above its text goes with a file of the moment`, async ({ atDesk }) => {
    const run = Date.now()
    const name = `with_${kind}_${run}`
    const administrator = await atDesk(userOf(shop, 'administrator'))
    const upload = { ...file, buffer: file.buffer ?? (await picture(administrator)) }
    const written = await newTemplate(administrator, name)
    await choose(administrator, written, 'Header', header)
    await written.getByRole('textbox', { name: 'Text' }).fill(`Here is what came in today, number ${run}.`)
    await written.getByRole('button', { name: 'Send in for review' }).click()
    await expect(written.getByText('Please fill this in.')).toBeVisible()
    await written.getByLabel('Example for the header').setInputFiles(upload)
    await expect(written.getByText(file.name).first()).toBeVisible()
    await sendIn(administrator, written, name)

    const liam = await customer(shop, 'Liam Ortega')
    const id = await liam.beginsToWait(`What is new? ${run}`)
    const before = (await liam.received()).length
    const page = await atDesk(userOf(shop, 'agent'))
    await page.goto(`/inbox/open/${id}`)
    await expect(field(page)).toBeEditable()
    const filling = await found(page, name)
    await filling.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(filling.getByText('Please fill this in.')).toBeVisible()
    await filling.locator('input[type=file]').setInputFiles(upload)
    await expect(filling.getByText(file.name).first()).toBeVisible()
    await shot(page, `template-${kind}-filled`)
    await filling.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(filling).toBeHidden()

    const line = lineOf(page, `number ${run}`)
    await expect(line.getByRole('img', { name: /^(Sent|Delivered|Read)$/ })).toBeVisible()
    if (kind === 'image') await expect(line.getByRole('button').getByRole('img')).toBeVisible()
    if (kind === 'video') await expect(line.locator('video')).toBeVisible()
    if (kind === 'document') await expect(line.getByRole('link', { name: /roses\.pdf/ })).toBeVisible()
    expect((await liam.received()).slice(before)).toEqual(['template'])
    await expect.poll(liam.sees).toContain(`number ${run}`)
    await shot(page, `template-${kind}-sent`)
  })
}

test('a carousel is made, filled card by card, and sent', async ({ atDesk }) => {
  const run = Date.now()
  const name = `cards_${run}`
  const administrator = await atDesk(userOf(shop, 'administrator'))
  const upload = { name: 'card.png', mimeType: 'image/png', buffer: await picture(administrator) }
  const written = await newTemplate(administrator, name)
  await written.getByRole('textbox', { name: 'Text' }).fill(`Two bouquets of number ${run}, for you.`)
  await written.getByRole('button', { name: 'Make it a carousel' }).click()
  for (const [place, words] of ['With roses and {{1}} inside', 'With lilies and {{1}} inside'].entries()) {
    const card = written.getByRole('group', { name: `Card ${place + 1}`, exact: true })
    await card.getByRole('textbox', { name: 'Text' }).fill(words)
    await card.getByRole('textbox', { name: 'Says' }).fill('This one')
  }
  for (const samples of await written.getByLabel('Example for the header').all()) await samples.setInputFiles(upload)
  for (const sample of await written.getByRole('textbox', { name: /^Example for/ }).all()) await sample.fill('tulips')
  await expect(written.getByRole('list', { name: 'Cards' }).getByRole('img')).toHaveCount(2)
  await shot(administrator, 'carousel-editor')
  await sendIn(administrator, written, name)

  const liam = await customer(shop, 'Liam Ortega')
  const id = await liam.beginsToWait(`Which have you? ${run}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeEditable()
  const filling = await found(page, name)
  const files = filling.locator('input[type=file]')
  await files.first().setInputFiles(upload)
  await files.last().setInputFiles({ ...upload, name: 'other.png' })
  await filling.getByRole('textbox').first().fill('peonies')
  await filling.getByRole('textbox').last().fill('ferns')
  await expect(filling.getByRole('list', { name: 'Cards' })).toContainText('With lilies and ferns inside')
  await shot(page, 'carousel-filled')
  await filling.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(filling).toBeHidden()

  const line = lineOf(page, `number ${run}`)
  await expect(line).toContainText('With roses and peonies inside')
  await expect(line.getByRole('img', { name: /^(Sent|Delivered|Read)$/ })).toBeVisible()
  await expect(line.getByRole('list', { name: 'Cards' }).getByRole('button').getByRole('img')).toHaveCount(2)
  await expect.poll(liam.sees).toContain('With lilies and ferns inside')
  await shot(page, 'carousel-sent')
})
