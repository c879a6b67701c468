import { expect, type Page } from '@playwright/test'
import { connection, field, inTime, lineOf, rowOf, shot, test, thread } from './agent'
import { customer, shop, userOf } from './demo'

const EVENTS = '**/api/v1/events'

async function withSomebody(name: string) {
  const somebody = await customer(shop, name)
  const greeting = `Can you hear me? ${Date.now()}`
  const id = await somebody.beginsToWait(greeting)
  return { somebody, greeting, id, address: `/inbox/open/${id}` }
}

/** Everything the list and the thread say, apart from times that pass. */
async function told(page: Page) {
  const names = await page.locator('[data-conversation] bdi').allTextContents()
  return { names, lines: await thread(page).allTextContents() }
}

test('what is written offline waits in sight and is sent once', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const { somebody: olivia, address } = await withSomebody('Olivia Grant')
  await page.goto(address)
  await expect(connection(page)).toHaveText('Live')
  await expect(field(page)).toBeEditable()
  const before = (await olivia.received()).length

  await page.context().setOffline(true)
  await expect(connection(page)).toContainText('Offline')
  const answer = `Loud and clear. ${Date.now()}`
  await field(page).fill(answer)
  await field(page).press('Enter')
  await expect(lineOf(page, answer)).toContainText('Waiting for the connection')
  await expect(lineOf(page, answer).getByRole('img', { name: 'Waiting to be sent' })).toBeVisible()
  const meanwhile = `Hello? ${Date.now()}`
  await olivia.beginsToWait(meanwhile)
  expect(await olivia.received()).toHaveLength(before)
  await expect(lineOf(page, meanwhile)).toHaveCount(0)
  await shot(page, 'connection-offline')

  await page.context().setOffline(false)
  await expect(connection(page)).toHaveText('Live')
  await expect(lineOf(page, meanwhile)).toBeVisible()
  await expect(lineOf(page, answer).getByRole('img', { name: 'Delivered' })).toBeVisible()
  await expect(lineOf(page, answer)).not.toContainText('Waiting for the connection')
  const healed = await told(page)
  await page.reload()
  await expect(lineOf(page, answer)).toBeVisible()
  await expect.poll(() => told(page)).toEqual(healed)
  expect(await olivia.received()).toHaveLength(before + 1)
})

test('a stream that cannot be opened is told, and nothing is missed once it can', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const { somebody: liam, greeting, id, address } = await withSomebody('Liam Ortega')
  // It tries again after pauses that grow to ten seconds.
  await page.clock.install()
  await page.route(EVENTS, (route) => route.abort())
  await page.goto(address)
  await expect(connection(page)).toContainText('Reconnecting')
  await expect(lineOf(page, greeting)).toBeVisible()
  const missed = `Nobody told you? ${Date.now()}`
  await liam.beginsToWait(missed)
  await expect(lineOf(page, missed)).toHaveCount(0)
  await shot(page, 'connection-reconnecting')

  await page.unroute(EVENTS)
  await inTime(page, () => expect(connection(page)).toHaveText('Live', { timeout: 1_000 }))
  await expect(lineOf(page, missed)).toBeVisible()
  await expect(rowOf(page, id)).toContainText(missed)
})

test('everything is asked for anew when the server says that news were lost', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const { somebody: liam, greeting, id, address } = await withSomebody('Liam Ortega')
  let says = 'heartbeat'
  await page.route(EVENTS, (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: `retry: 200\nevent: ${says}\ndata: {}\n\n` }),
  )
  await page.goto(address)
  await expect(connection(page)).toHaveText('Live')
  await expect(lineOf(page, greeting)).toBeVisible()
  const lost = `Did you get this? ${Date.now()}`
  await liam.beginsToWait(lost)
  await expect(lineOf(page, lost)).toHaveCount(0)

  // It says so five times a second, and an answer takes longer than that.
  await page.route(/\/api\/v1\/conversations/, async (route) => {
    await new Promise((next) => setTimeout(next, 600))
    await route.fallback()
  })
  says = 'resync'
  await expect(lineOf(page, lost)).toBeVisible()
  await expect(rowOf(page, id)).toContainText(lost)
})
