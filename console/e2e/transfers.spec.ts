import { expect, type Page } from '@playwright/test'
import { connection, field, rowOf, shot, test, thread } from './agent'
import { expectFaultless } from './clean'
import { customer, shop, userOf } from './demo'

const dialog = (page: Page) => page.getByRole('dialog')
const chooses = async (page: Page, words: string) => {
  await dialog(page).getByRole('combobox').fill(words)
  await page.getByRole('option', { name: words }).first().click()
}

/** Somebody new waits, and an agent has taken them. */
async function takes(page: Page, name: string) {
  const contact = await customer(shop, name)
  const id = await contact.beginsToWait(`Whose am I? ${Date.now()}`)
  await page.goto(`/inbox/queue/${id}`)
  await page.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(page.getByText('Yours')).toBeVisible()
  await expect(connection(page)).toHaveText('Live')
  return id
}

/** What would keep somebody from using what is shown. */
async function nameAt(page: Page) {
  const answer = await page.context().request.get('/api/v1/me')
  return ((await answer.json()) as { user: { name: string } }).user.name
}

test('a colleague is asked, sees why and for how long, and takes over', async ({ atDesk }) => {
  const first = await atDesk(userOf(shop, 'agent', 0))
  const second = await atDesk(userOf(shop, 'agent', 1))
  const colleague = await nameAt(second)
  await second.goto('/settings/profile')
  await expect(connection(second)).toHaveText('Live')
  const id = await takes(first, 'Maya Ben-David')
  await expect(field(first)).toBeFocused()
  await first.keyboard.press('Escape')
  await first.keyboard.press('Shift+T')
  await expect(dialog(first)).toBeVisible()
  await dialog(first).getByRole('button', { name: 'Transfer' }).click()
  await expect(dialog(first).getByRole('alert')).toHaveText('Choose where it goes')
  await dialog(first).getByRole('combobox').click()
  await shot(first, 'transfer-choices')
  await chooses(first, colleague)
  await dialog(first).getByRole('textbox', { name: 'Note for colleagues' }).fill('She asked for you by name')
  await shot(first, 'transfer-ask')
  await expectFaultless(first)
  await dialog(first).getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(dialog(first)).toBeHidden()
  await expect(first.getByRole('region', { name: 'Requests to take over' })).toContainText(colleague)
  await expect(first.getByText('Yours')).toBeVisible()
  await shot(first, 'transfer-asked')

  const card = second.getByRole('region', { name: 'Requests to take over' })
  await expect(card).toContainText('She asked for you by name')
  await expect(card).toContainText(/\d+ s left/)
  await shot(second, 'transfer-request')
  await card.getByRole('button', { name: /^Accept/ }).click()
  await expect(card).toBeHidden()
  await expect(first.getByRole('region', { name: 'Requests to take over' })).toBeHidden()
  await second.goto(`/inbox/mine/${id}`)
  await expect(second.getByText('Yours')).toBeVisible()
  await expect(thread(second).filter({ hasText: 'She asked for you by name' })).toBeVisible()
  await shot(second, 'transfer-taken-over')
})

test('who declines leaves it where it is, and at once means at once', async ({ atDesk }) => {
  const first = await atDesk(userOf(shop, 'agent', 0))
  const second = await atDesk(userOf(shop, 'agent', 1))
  const colleague = await nameAt(second)
  await second.goto('/inbox/mine')
  await expect(connection(second)).toHaveText('Live')
  const id = await takes(first, 'Olivia Grant')
  await first.getByRole('button', { name: 'Transfer', exact: true }).click()
  await chooses(first, colleague)
  await dialog(first).getByRole('button', { name: 'Ask', exact: true }).click()
  await second.getByRole('button', { name: /^Decline/ }).click()
  await expect(first.getByRole('region', { name: 'Requests to take over' })).toBeHidden()
  await expect(thread(first).filter({ hasText: 'declined to take over' }).last()).toBeVisible()
  await expect(first.getByText('Yours')).toBeVisible()

  await first.getByRole('button', { name: 'Transfer', exact: true }).click()
  await chooses(first, colleague)
  await dialog(first).getByRole('radio', { name: 'Hand over at once' }).check()
  await dialog(first).getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(dialog(first)).toBeHidden()
  await expect(rowOf(second, id)).toBeVisible()
})

test('a manager reassigns everything of an agent, and a department goes', async ({ atDesk }) => {
  const agent = await atDesk(userOf(shop, 'agent', 0))
  const manager = await atDesk(userOf(shop, 'manager'))
  await takes(agent, 'Liam Ortega')
  await manager.goto('/settings/agents')
  const name = await nameAt(agent)
  await manager.getByRole('button', { name: new RegExp(`^Reassign everything of .?${name}`) }).click()
  await shot(manager, 'reassign')
  await dialog(manager).getByRole('button', { name: 'Reassign' }).click()
  await expect(dialog(manager)).toBeHidden()
  await expect(manager.getByText(/reassigned/)).toBeVisible()
  await expect(agent.getByText('Yours')).toBeHidden()

  await manager.goto('/settings/departments')
  const department = `Passing ${Date.now()}`
  await manager.getByRole('button', { name: 'Add a department' }).click()
  await dialog(manager).getByRole('textbox').fill(department)
  await dialog(manager).getByRole('button', { name: 'Save' }).click()
  await manager.getByRole('button', { name: new RegExp(`^Delete .?${department}`) }).click()
  await shot(manager, 'department-deleted')
  await dialog(manager).getByRole('button', { name: 'Delete' }).click()
  await expect(dialog(manager)).toBeHidden()
  await expect(manager.getByRole('list', { name: 'Departments' }).getByText(department)).toBeHidden()
})
