import { expect, type Page } from '@playwright/test'
import { connection, field, lineOf, shot, test } from './agent'
import { customer, shop, userOf } from './demo'
import { keyboardOf, type Layout } from './keyboard'

const opened = (page: Page) => new URL(page.url()).pathname.split('/')[3]

/** The conversation below the opened one, as the list shows it. */
async function nextInList(page: Page) {
  const rows = page.locator('[data-conversation]')
  const ids = await rows.evaluateAll((all) =>
    all
      .map((row) => ({ id: row.dataset.conversation!, at: Number(row.closest('li')!.dataset.index) }))
      .sort((a, b) => a.at - b.at)
      .map(({ id }) => id),
  )
  const at = ids.indexOf(opened(page)!)
  return ids[at + 1] ?? ids[at - 1]
}

for (const layout of ['English', 'Hebrew'] satisfies Layout[])
  test(`everyday work takes one key each on a keyboard in ${layout}`, async ({ atDesk }) => {
    const people = await Promise.all(['Emma Stone-Hill', 'Liam Ortega', 'Olivia Grant'].map((name) => customer(shop, name)))
    for (const one of people) await one.beginsToWait(`Is anybody in? ${Date.now()}`)
    const page = await atDesk(userOf(shop, 'agent', 1))
    await page.goto('/inbox/mine')
    await expect(connection(page)).toHaveText('Live')
    const { press, type, count } = await keyboardOf(page, layout)
    const takeNext = async () => {
      const before = opened(page)
      await press('KeyT')
      await expect.poll(() => opened(page)).not.toBe(before)
      await expect(page.getByText('Yours')).toBeVisible()
      await expect(field(page)).toBeFocused()
    }

    expect(await count(takeNext)).toBe(1)
    const answer = `We are. ${Date.now()}`
    await type(answer)
    expect(await count(() => press('Enter'))).toBe(1)
    await expect(lineOf(page, answer)).toBeVisible()

    await press('Escape')
    await takeNext()
    await press('Escape')
    const aside = `Sounds impatient. ${Date.now()}`
    const writeNote = async () => {
      await press('KeyN')
      await type(aside)
      await press('Control+Enter')
    }
    expect(await count(writeNote)).toBe(2)
    await expect(lineOf(page, aside)).toContainText('seen by colleagues only')

    await press('Escape')
    const below = await nextInList(page)
    expect(await count(() => press('KeyE'))).toBe(1)
    await expect.poll(() => opened(page)).toBe(below)
    await expect(page.getByText('Conversation resolved')).toBeVisible()
    await shot(page, `keys-${layout.toLowerCase()}-resolved`)

    await press('Escape')
    await takeNext()
    const last = opened(page)
    const farewell = `Goodbye. ${Date.now()}`
    await type(farewell)
    const following = await nextInList(page)
    expect(await count(() => press('Control+Shift+Enter'))).toBe(1)
    await expect.poll(() => opened(page)).toBe(following)
    await page.goto(`/inbox/resolved/${last}`)
    await expect(lineOf(page, farewell)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Reopen' }).first()).toBeVisible()
  })

test('a conversation resolved by mistake comes back with one click', async ({ atDesk }) => {
  const liam = await customer(shop, 'Liam Ortega')
  const id = await liam.beginsToWait(`Done already? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent', 1))
  await page.goto(`/inbox/open/${id}`)
  await page.getByRole('button', { name: 'Resolve' }).click()
  await expect.poll(() => opened(page)).not.toBe(id)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => opened(page)).toBe(id)
  await expect(page.getByRole('button', { name: 'Resolve' })).toBeVisible()
})
