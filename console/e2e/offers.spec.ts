import { expect, type Page } from '@playwright/test'
import { ask, connection, shot, test } from './agent'
import { expectFaultless } from './clean'
import { customer, shop, userOf } from './demo'

interface Waiting {
  items: { id: string; department: { id: string; name: string } | null }[]
}

test('a department asks: one declines by a key, the other accepts, and the thread says why', async ({ atDesk }) => {
  test.setTimeout(120_000)
  const emma = await customer(shop, 'Emma Stone-Hill')
  const id = await emma.comesNew(`Who takes me? ${Date.now()}`)
  const manager = await atDesk(userOf(shop, 'manager'))
  const first = await atDesk(userOf(shop, 'agent', 0))
  const second = await atDesk(userOf(shop, 'agent', 1))
  await manager.goto('/settings/departments')
  const waiting = await ask<Waiting>(manager, 'GET', '/conversations?status=open&handler=queue&limit=100')
  const department = waiting.items.find((one) => one.id === id)!.department!
  const people = await Promise.all([first, second].map((one) => ask<{ user: { id: string; name: string } }>(one, 'GET', '/me')))
  const row = manager.getByRole('list', { name: 'Departments' }).getByRole('listitem').filter({ hasText: department.name })
  try {
    for (const { user } of people) await ask(manager, 'PUT', `/agents/${user.id}/capacity`, { capacity: 900 })
    await ask(manager, 'PUT', `/departments/${department.id}/members`, { agentIds: people.map(({ user }) => user.id) })
    await row.getByRole('button', { name: /^Edit/ }).click()
    const dialog = manager.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Agents are offered what waits' }).check()
    await dialog.getByRole('textbox', { name: 'Time for an answer (seconds)' }).fill('4')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByText('A whole number from 5 to 300')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Time for an answer (seconds)' }).fill('120')
    await dialog.getByRole('switch', { name: 'Contacts come back to the agent who had them' }).check()
    await shot(manager, 'offers-department')
    await expectFaultless(manager)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(row).toContainText('Agents are offered what waits')

    await first.goto('/settings/profile')
    await second.goto('/settings/profile')
    await expect(connection(first)).toHaveText('Live')
    await expect(connection(second)).toHaveText('Live')
    await ask(first, 'PUT', '/me/availability', { availability: 'available' })
    const card = (page: Page) => page.getByRole('region', { name: 'Offered to you' }).getByRole('alert').first()
    await expect(card(first)).toContainText(/\d+ s left/)
    await shot(first, 'offer')
    await expectFaultless(first)
    const mine = await ask<{ items: { id: string; conversationId: string }[] }>(first, 'GET', '/me/offers')
    await ask(second, 'PUT', '/me/availability', { availability: 'available' })
    await first.keyboard.press('x')
    await expect(card(second)).toContainText(/\d+ s left/)
    const declined = mine.items[0]!
    await expect.poll(async () => (await ask<{ items: { id: string }[] }>(first, 'GET', '/me/offers')).items.map((one) => one.id)).not.toContain(declined.id)
    const theirs = await ask<{ items: { conversationId: string }[] }>(second, 'GET', '/me/offers')
    await second.keyboard.press('y')
    await expect(second).toHaveURL(new RegExp(theirs.items[0]!.conversationId))
    await expect(second.getByText('Yours')).toBeVisible()
    await second.getByRole('button', { name: 'Why me?' }).click()
    await expect(second.getByRole('dialog', { name: 'Why me?' })).toContainText('It was offered, and accepted.')
    await shot(second, 'offer-accepted')
  } finally {
    await ask(manager, 'PUT', `/departments/${department.id}`, { name: department.name, mode: 'pull', choice: 'longest_idle' })
    await ask(first, 'PUT', '/me/availability', { availability: 'offline' })
    await ask(second, 'PUT', '/me/availability', { availability: 'offline' })
    await ask(manager, 'PUT', `/departments/${department.id}/members`, { agentIds: [] })
    for (const { user } of people) await ask(manager, 'PUT', `/agents/${user.id}/capacity`, { capacity: 30 })
    for (const page of [first, second]) {
      const had = new Set(waiting.items.map((item) => item.id))
      const { items } = await ask<Waiting>(page, 'GET', '/conversations?status=open&assignee=me&limit=100')
      for (const item of items) if (had.has(item.id)) await ask(page, 'DELETE', `/conversations/${item.id}/assignment`)
    }
  }
})
