import { expect, type Page } from '@playwright/test'
import { connection, field, lineOf, rowOf, shot, test } from './agent'
import { customer, shop, userOf } from './demo'

interface Waiting {
  items: { id: string; department: { id: string; name: string } | null }[]
}

/** Asks in the name of whoever sits at this desk, beside what their page does. */
async function ask<Answer>(page: Page, method: 'GET' | 'PUT' | 'DELETE', path: string, data?: object) {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  const answer = await page.context().request.fetch(`/api/v1${path}`, { method, data, headers: token && { 'X-XSRF-TOKEN': token.value } })
  await expect(answer).toBeOK()
  const text = await answer.text()
  return (text ? JSON.parse(text) : undefined) as Answer
}

test('a department gives what waits, an agent becomes available: it is theirs, and says why', async ({ atDesk }) => {
  test.setTimeout(60_000)
  const emma = await customer(shop, 'Emma Stone-Hill')
  const first = await emma.beginsToWait(`Before anybody is there ${Date.now()}`)
  const manager = await atDesk(userOf(shop, 'manager'))
  const agent = await atDesk(userOf(shop, 'agent'))
  await manager.goto('/settings/departments')
  const waiting = await ask<Waiting>(manager, 'GET', '/conversations?status=open&handler=queue&limit=100')
  const department = waiting.items.find(({ id }) => id === first)!.department!
  const { user } = await ask<{ user: { id: string; name: string } }>(agent, 'GET', '/me')
  const row = manager.getByRole('list', { name: 'Departments' }).getByRole('listitem').filter({ hasText: department.name })
  try {
    await row.getByRole('button', { name: /^Members of/ }).click()
    await manager.getByPlaceholder('Find a colleague').fill(user.name)
    await manager.getByRole('option', { name: user.name }).click()
    await manager.keyboard.press('Tab')
    await shot(manager, 'members')
    await manager.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(row).toContainText('1 member')
    await row.getByRole('button', { name: /^Edit/ }).click()
    await manager.getByRole('radio', { name: 'Agents are given what waits' }).check()
    await expect(manager.getByRole('combobox', { name: 'Who is given it first' })).toBeVisible()
    await shot(manager, 'department')
    await manager.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(row).toContainText('Agents are given what waits')

    await agent.goto('/settings/profile')
    await expect(connection(agent)).toHaveText('Live')
    await expect(agent.getByRole('button', { name: /who is:/ })).toBeVisible()
    await agent.keyboard.press('a')
    const choice = agent.getByRole('menuitemradio', { name: 'Available' })
    await expect(choice).toBeVisible()
    await expect(agent.getByText(/You hold \d+ of \d+/)).toBeVisible()
    await expect(choice).toBeFocused()
    await shot(agent, 'availability')
    await agent.keyboard.press('Enter')
    await expect(choice).toHaveAttribute('aria-checked', 'true')
    await agent.keyboard.press('Escape')
    await expect(agent.getByRole('button', { name: /who is: .?Available/ })).toBeVisible()
    await manager.goto('/settings/agents')
    const one = manager.getByRole('list', { name: 'Agents' }).getByRole('listitem').filter({ hasText: user.name })
    await expect(one).toContainText('Available')
    const capacity = one.getByRole('textbox', { name: /^Capacity of/ })
    await capacity.fill('0')
    await expect(one.getByRole('alert')).toHaveText('A whole number from 1 to 1000')
    await capacity.fill('900')
    await capacity.press('Enter')
    await expect(one).toContainText('of 900')
    await shot(manager, 'agents')

    await agent.goto('/inbox/mine')
    await expect(connection(agent)).toHaveText('Live')
    await rowOf(agent, first).click()
    await agent.getByRole('button', { name: 'Why me?' }).click()
    const why = agent.getByRole('dialog', { name: 'Why me?' })
    await expect(why).toContainText('It was given to you on')
    await expect(why).toContainText('Nobody else could have had it.')
    await shot(agent, 'why-me')
    await agent.keyboard.press('Escape')
    await expect(why).toBeHidden()
    await expect(agent).toHaveURL(new RegExp(first))

    await capacity.fill('1')
    await capacity.press('Enter')
    await expect(one).toContainText('Full')
    await ask(manager, 'DELETE', `/conversations/${first}/assignment`)
    await agent.goto(`/inbox/queue/${first}`)
    await agent.getByRole('button', { name: 'Why still waiting?' }).click()
    await expect(agent.getByRole('dialog')).toContainText('1 holds as much as they can')
    await shot(agent, 'why-still-waiting')
    await agent.keyboard.press('Escape')
    await agent.getByRole('button', { name: 'Take', exact: true }).click()
    await expect(agent.getByText('There is no room for another conversation.').first()).toBeVisible()
    const reply = `I have no room, but this stays ${Date.now()}`
    await field(agent).fill(reply)
    await field(agent).press('Enter')
    await expect(lineOf(agent, reply)).toContainText('There is no room for another conversation.')
    await shot(agent, 'capacity-reached')
  } finally {
    await ask(agent, 'PUT', '/me/availability', { availability: 'offline' })
    await ask(manager, 'PUT', `/departments/${department.id}`, { name: department.name, mode: 'pull', choice: 'longest_idle' })
    await ask(manager, 'PUT', `/departments/${department.id}/members`, { agentIds: [] })
    await ask(manager, 'PUT', `/agents/${user.id}/capacity`, { capacity: 30 })
    const had = new Set(waiting.items.map((item) => item.id))
    const { items } = await ask<Waiting>(agent, 'GET', '/conversations?status=open&assignee=me&limit=100')
    for (const item of items) if (had.has(item.id)) await ask(agent, 'DELETE', `/conversations/${item.id}/assignment`)
  }
})

test('a refusal stands where somebody chose members, and a dead line leaves one\'s availability as it was', async ({ atDesk }) => {
  const manager = await atDesk(userOf(shop, 'manager'))
  await manager.route('**/api/v1/departments/*/members', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 400, contentType: 'application/problem+json', body: '{"status":400,"code":"invalid","errors":[{"field":"agentIds","message":"may-not-answer"}]}' })
      : route.fallback(),
  )
  await manager.goto('/settings/departments')
  await manager.getByRole('button', { name: /^Members of/ }).first().click()
  const dialog = manager.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('may not answer conversations of this department')
  await manager.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await manager.keyboard.press('a')
  const before = manager.getByRole('menuitemradio', { name: 'Offline' })
  await expect(before).toHaveAttribute('aria-checked', 'true')
  await manager.route('**/api/v1/me/availability', (route) => route.abort())
  await manager.getByRole('menuitemradio', { name: 'Busy' }).click()
  await expect(manager.getByText('The server does not answer. Check your connection.').first()).toBeVisible()
  await expect(before).toHaveAttribute('aria-checked', 'true')
})
