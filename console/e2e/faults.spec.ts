import { expect, type Page, type Route } from '@playwright/test'
import { connection, field, lineOf, shot, test, thread } from './agent'
import { customer, demo, shop, userOf } from './demo'
import { wireTo } from './wire'

const REPLIES = '**/api/v1/conversations/*/replies'
const API = /\/api\/v1\/(?!events)/

const banner = (page: Page) => page.getByRole('main').locator('xpath=preceding-sibling::*[@role="status"]')
const refuse = (status: number, code: string, detail: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, detail }) })
const away = refuse(503, 'unavailable', 'The server cannot answer just now.')

async function withSomebody(page: Page, name: string) {
  const somebody = await customer(shop, name)
  const id = await somebody.beginsToWait(`Are you there? ${Date.now()}`)
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeEditable()
  await expect(connection(page)).toHaveText('Live')
  const before = (await somebody.received()).length
  const got = async () => (await somebody.received()).length - before
  return { id, somebody, got }
}

async function write(page: Page, words: string) {
  await field(page).fill(words)
  await field(page).press('Enter')
  await expect(lineOf(page, words)).toBeVisible()
}

const delivered = (page: Page, words: string) => expect(lineOf(page, words).getByRole('img', { name: /^(Delivered|Read)$/ })).toBeVisible()
const once = (page: Page, words: string) => expect(thread(page).filter({ hasText: words })).toHaveCount(1)

test('while the database is away, that is told, words wait, and are sent once', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const { got } = await withSomebody(page, 'Olivia Grant')
  await page.route(API, away)
  const answer = `As soon as I can. ${Date.now()}`
  await write(page, answer)
  await expect(lineOf(page, answer)).toContainText('Waiting for the connection')
  await expect(banner(page)).toContainText('cannot reach its database')
  await field(page).fill('And what I began')
  await shot(page, 'faults-database-away')
  expect(await got()).toBe(0)

  await page.unroute(API)
  await delivered(page, answer)
  await expect(banner(page)).toBeEmpty()
  await expect(field(page)).toHaveValue('And what I began')
  await field(page).fill('')
  await once(page, answer)
  expect(await got()).toBe(1)
})

test('a file that cannot be kept is told beside it, and the database is not blamed', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  await withSomebody(page, 'Emma Stone-Hill')
  await page.route('**/api/v1/media', refuse(503, 'media-not-kept', 'There is no room for this file just now.'))
  await page.locator('input[type=file]').setInputFiles({ name: 'terms.txt', mimeType: 'text/plain', buffer: Buffer.from('terms') })
  await expect(page.getByRole('alert')).toContainText('There is no room for this file')
  await expect(banner(page)).toBeEmpty()
  await expect(connection(page)).toHaveText('Live')
})

test('a slow server is waited for in sight, in order', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const { got } = await withSomebody(page, 'Liam Ortega')
  let answer = () => {}
  const slow = new Promise<void>((go) => (answer = go))
  await page.route(REPLIES, async (route) => {
    await slow
    await route.continue()
  })
  const words = ['First', 'Second'].map((which) => `${which}. ${Date.now()}`)
  for (const one of words) await write(page, one)
  for (const one of words) await expect(lineOf(page, one).getByRole('img', { name: 'Waiting to be sent' })).toBeVisible()
  expect(await got()).toBe(0)
  answer()
  await delivered(page, words[1]!)
  // Only the last of several in a row shows its tick; of the others it is said.
  await expect(lineOf(page, words[0]!)).toContainText(/Delivered|Read/)
  const lines = (await thread(page).allTextContents()).join('\n')
  expect(lines.indexOf(words[0]!)).toBeLessThan(lines.indexOf(words[1]!))
  expect(await got()).toBe(2)
})

test('a refused reply keeps its words, over a reload too, until somebody decides', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const { got } = await withSomebody(page, 'Olivia Grant')
  await page.route(REPLIES, refuse(409, 'conversation-resolved', 'This conversation is resolved.'))
  const answer = `Mind your thorns. ${Date.now()}`
  await write(page, answer)
  await expect(lineOf(page, answer).getByRole('alert')).toHaveText('This conversation is resolved.')
  await shot(page, 'faults-refused')
  await page.reload()
  await expect(lineOf(page, answer).getByRole('alert')).toBeVisible()
  await page.unroute(REPLIES)
  expect(await got()).toBe(0)
  await lineOf(page, answer).getByRole('button', { name: 'Try again' }).click()
  await delivered(page, answer)
  await once(page, answer)
  expect(await got()).toBe(1)
})

test('what waits is still there after a reload, with the draft, and is sent once', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const { somebody, got } = await withSomebody(page, 'Emma Stone-Hill')
  await page.route(REPLIES, (route) => route.abort())
  const answer = `Roses, then. ${Date.now()}`
  await write(page, answer)
  await expect(lineOf(page, answer)).toContainText('Waiting for the connection')
  await field(page).fill('Half a sent')
  await page.reload()
  await expect(field(page)).toHaveValue('Half a sent')
  await expect(lineOf(page, answer)).toBeVisible()
  expect(await got()).toBe(0)
  await page.unroute(REPLIES)
  // Whatever the server answers to tells that it is back.
  await somebody.says(`And lilies? ${Date.now()}`)
  await delivered(page, answer)
  await field(page).fill('')
  await once(page, answer)
  expect(await got()).toBe(1)
})

for (const [when, strike] of [
  ['before it has a reply', 'cut'],
  ['after it has kept a reply', 'cutAfter'],
] as const)
  test(`a server killed ${when} and started again gets it once, and shows what came meanwhile`, async ({ atDesk }) => {
    const wire = await wireTo(demo.console)
    try {
      const page = await atDesk(userOf(shop, 'agent'), { baseURL: wire.address })
      const { somebody, got } = await withSomebody(page, 'Liam Ortega')
      if (strike === 'cut') wire.cut()
      else wire.cutAfter(/^POST \/api\/v1\/conversations\/[^/]+\/replies/)
      const answer = `Tulips it is. ${Date.now()}`
      await write(page, answer)
      await expect.poll(wire.isCut).toBe(true)
      await expect(connection(page)).toContainText('Reconnecting')
      await expect(lineOf(page, answer)).toContainText('Waiting for the connection')
      await expect(banner(page)).toContainText('The server does not answer')
      await field(page).fill('And what I began')
      const meanwhile = `Hello? ${Date.now()}`
      await somebody.beginsToWait(meanwhile)
      await shot(page, `faults-killed-${strike}`)

      await wire.mend()
      await expect(connection(page)).toHaveText('Live')
      await expect(lineOf(page, meanwhile)).toBeVisible()
      await delivered(page, answer)
      await expect(banner(page)).toBeEmpty()
      await expect(field(page)).toHaveValue('And what I began')
      await page.reload()
      await once(page, answer)
      expect(await got()).toBe(1)
      await field(page).fill('')
    } finally {
      wire.cut()
    }
  })
