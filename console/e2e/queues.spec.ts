import { expect, type Locator, type Page } from '@playwright/test'
import { ask, connection, shot, test } from './agent'
import { customer, shop, userOf } from './demo'

const cardOf = (page: Page, id: string) => page.locator(`[data-card="${id}"]`)
const desk = (page: Page, name: string) => page.getByRole('region', { name: 'Agents' }).locator('[data-spot^=agent]').filter({ hasText: name })
const lane = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function drag(page: Page, what: Locator, onto: Locator) {
  await what.scrollIntoViewIfNeeded()
  const from = (await what.boundingBox())!
  await page.mouse.move(from.x + from.width / 3, from.y + from.height - 8)
  await page.mouse.down()
  const to = (await onto.boundingBox())!
  await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 8 })
}

async function stands(page: Page) {
  const { user } = await ask<{ user: { name: string } }>(page, 'GET', '/me')
  await ask(page, 'PUT', '/me/availability', { availability: 'available' })
  return user.name
}

test('a manager sees who waits, drags it to an agent and takes that back', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const id = await emma.beginsToWait(`Who has time for me? ${Date.now()}`)
  const agent = await atDesk(userOf(shop, 'agent', 0))
  const name = await stands(agent)
  const manager = await atDesk(userOf(shop, 'manager'))
  await manager.goto('/queues')
  await expect(connection(manager)).toHaveText('Live')
  const { department } = await ask<{ department: { name: string } }>(manager, 'GET', `/conversations/${id}`)
  await expect(lane(manager, department.name).locator(`[data-card="${id}"]`)).toBeVisible()
  await drag(manager, cardOf(manager, id), desk(manager, name))
  await expect(desk(manager, name)).toHaveAttribute('data-over', 'true')
  await shot(manager, 'queues-dragged')
  await manager.keyboard.press('Escape')
  await manager.mouse.up()
  await expect(lane(manager, department.name).locator(`[data-card="${id}"]`)).toBeVisible()

  await drag(manager, cardOf(manager, id), desk(manager, name))
  await manager.mouse.up()
  await expect(desk(manager, name).locator(`[data-card="${id}"]`)).toBeVisible()
  await expect(manager.getByText(new RegExp(`is with .?${name}.? now`))).toBeVisible()
  await expect(manager).toHaveURL(/queues$/)
  await shot(manager, 'queues-given')
  await expect
    .poll(async () => (await ask<{ assignee: { name: string } | null }>(manager, 'GET', `/conversations/${id}`)).assignee?.name)
    .toBe(name)
  await manager.getByRole('button', { name: 'Undo' }).click()
  await expect(lane(manager, department.name).locator(`[data-card="${id}"]`)).toBeVisible()
  await expect.poll(async () => (await ask<{ handler: string }>(manager, 'GET', `/conversations/${id}`)).handler).toBe('queue')
})

test('keys do all that dragging does, and what others do shows at once', async ({ atDesk }) => {
  const maya = await customer(shop, 'Maya Ben-David')
  const id = await maya.beginsToWait(`By keys alone ${Date.now()}`)
  const agent = await atDesk(userOf(shop, 'agent', 0))
  const name = await stands(agent)
  const manager = await atDesk(userOf(shop, 'manager'))
  await manager.goto('/queues')
  await expect(connection(manager)).toHaveText('Live')
  await cardOf(manager, id).getByRole('button', { name: /^Move the conversation with/ }).focus()
  await manager.keyboard.press('Enter')
  const item = manager.getByRole('menuitem', { name: new RegExp(name) })
  await expect(item).toBeVisible()
  await shot(manager, 'queues-menu')
  for (let n = 0; n < 50 && !(await item.evaluate((one) => one === document.activeElement)); n++) await manager.keyboard.press('ArrowDown')
  await manager.keyboard.press('Enter')
  await expect(desk(manager, name).locator(`[data-card="${id}"]`)).toBeVisible()

  await agent.goto(`/inbox/mine/${id}`)
  await agent.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(cardOf(manager, id)).toBeHidden()
})

test.describe('on a phone', () => {
  test('nothing is dragged, and the menu is there', async ({ atDesk }) => {
    const emma = await customer(shop, 'Emma Stone-Hill')
    const id = await emma.beginsToWait(`From a phone ${Date.now()}`)
    const manager = await atDesk(userOf(shop, 'manager'), { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await manager.goto('/queues')
    await cardOf(manager, id).getByRole('button', { name: /^Move the conversation with/ }).tap()
    await expect(manager.getByRole('menuitem', { name: 'Transfer with a note' })).toBeVisible()
    await shot(manager, 'queues-phone')
  })
})

test('who does not look after colleagues finds the page closed', async ({ atDesk }) => {
  const agent = await atDesk(userOf(shop, 'agent'))
  await agent.goto('/queues')
  await expect(agent.getByRole('alert')).toContainText('You are not permitted to see this.')
})
