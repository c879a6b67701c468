import { expect } from '@playwright/test'
import { field, shot, test } from './agent'
import { customer, shop, userOf } from './demo'

test('a template is written, approved, and sent after the service window has closed', async ({ atDesk }) => {
  const name = `flowers_${Date.now()}`
  const administrator = await atDesk(userOf(shop, 'administrator'))
  await administrator.goto('/settings/templates')
  await administrator.getByRole('button', { name: 'New template' }).click()
  const dialog = administrator.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('combobox', { name: 'Language' }).or(dialog.getByRole('textbox', { name: 'Language' })).first().fill('English')
  await administrator.getByRole('option', { name: 'English', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Hello {{name}}, your flowers are on their way to you.')
  await dialog.getByRole('button', { name: 'Send in for review' }).click()
  await expect(dialog.getByText('Please fill this in.')).toBeVisible()
  await dialog.getByRole('textbox', { name: /^Example for/ }).fill('Dana')
  await expect(dialog.getByRole('region', { name: 'As WhatsApp shows it' })).toContainText('Hello Dana, your flowers')
  await shot(administrator, 'template-editor')
  await dialog.getByRole('button', { name: 'Send in for review' }).click()
  const row = administrator.getByRole('main').getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('Approved')
  await shot(administrator, 'templates')

  const yael = await customer(shop, 'יעל ברק')
  const id = await yael.wroteLongAgo('Where are my flowers?')
  const agent = await atDesk(userOf(shop, 'agent'))
  await agent.goto(`/inbox/open/${id}`)
  await agent.getByRole('button', { name: 'Send a template' }).click()
  await expect(agent.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await agent.keyboard.type(name)
  await expect(agent.getByRole('dialog').getByRole('listitem')).toHaveCount(1)
  await agent.keyboard.press('ArrowDown')
  await agent.keyboard.press('Enter')
  await agent.keyboard.type('Yael')
  await expect(agent.getByRole('region', { name: 'As WhatsApp shows it' })).toContainText('Hello Yael, your flowers')
  await shot(agent, 'template-filled')
  await agent.keyboard.press('Enter')
  await expect(agent.getByRole('dialog')).toBeHidden()
  await expect(agent.getByRole('listitem').filter({ hasText: 'Hello Yael, your flowers' }).last()).toBeVisible()
  await expect.poll(yael.sees).toContain('Hello Yael, your flowers')
  await shot(agent, 'template-sent')
})

test('a template is chosen from the menu while the window is open, too', async ({ atDesk }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  const id = await olivia.beginsToWait(`Still there? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeEditable()
  await page.getByRole('button', { name: 'Insert' }).click()
  await page.getByRole('menuitem', { name: 'Template' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Search in names and texts' }).or(page.getByRole('dialog').getByRole('searchbox')).first()).toBeFocused()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await shot(page, 'template-picker')
})

test('a change of a template replaces nothing that was not seen', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'administrator'))
  await page.route(/templates\/[0-9a-f-]+$/, (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 409, contentType: 'application/problem+json', json: { status: 409, code: 'template-changed', detail: 'Somebody has changed this template meanwhile.' } })
      : route.continue(),
  )
  await page.goto('/settings/templates')
  await page.getByRole('button', { name: /^Change / }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Send in for review' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Somebody has changed this template meanwhile.')
})
