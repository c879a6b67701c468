import { expect, type Page } from '@playwright/test'
import { field, lineOf, rowOf, shot, test, thread } from './agent'
import { customer, shop, userOf } from './demo'

test('what was begun in a conversation waits there, over others and over a reload', async ({ atDesk }) => {
  const [emma, liam] = await Promise.all(['Emma Stone-Hill', 'Liam Ortega'].map((name) => customer(shop, name)))
  const first = await emma!.beginsToWait(`What do roses cost? ${Date.now()}`)
  const second = await liam!.beginsToWait(`And tulips? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${first}`)
  await field(page).fill('A dozen is')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Ask about the discount')

  await rowOf(page, second).click()
  await expect(page.getByRole('heading', { level: 1, name: liam!.name })).toBeVisible()
  await expect(field(page)).toHaveValue('')
  await rowOf(page, first).click()
  await expect(field(page)).toHaveValue('A dozen is')
  await page.reload()
  await expect(field(page)).toHaveValue('A dozen is')
  await page.getByText('Note', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Write a note' })).toHaveValue('Ask about the discount')
  await page.getByRole('textbox', { name: 'Write a note' }).fill('')
  await page.getByText('Reply', { exact: true }).click()
  await field(page).fill('')
})

/** The first line in sight, and how far from the top of the thread it stands. */
const topmost = (page: Page) =>
  thread(page).evaluateAll((lines) => {
    const scroller = lines[0]!.closest('[role=group]')!.getBoundingClientRect()
    const at = (line: Element) => line.getBoundingClientRect().top - scroller.top
    const first = lines.filter((line) => at(line) >= 0).sort((a, b) => at(a) - at(b))[0]!
    return { words: first.textContent, at: at(first) }
  })

test('older messages come in above without moving what is read', async ({ atDesk }) => {
  const olivia = await customer(shop, 'Olivia Grant')
  const run = Date.now()
  const words = Array.from({ length: 119 }, (_, index) => `Line ${index} of ${run}${' and so on'.repeat((index * 7) % 20)}`)
  await olivia.says(...words)
  const end = `The end of ${run}`
  const id = await olivia.beginsToWait(end)
  const page = await atDesk(userOf(shop, 'agent'))
  await page.goto(`/inbox/open/${id}`)
  await expect(lineOf(page, end)).toBeInViewport()

  const held: (() => Promise<void>)[] = []
  await page.route(/\/timeline\?.*cursor=/, (route) => void held.push(() => route.continue()))
  const scroller = page.getByRole('group', { name: 'Messages' })
  await expect.poll(() => scroller.evaluate((one) => (one.scrollTop = 0)).then(() => held.length)).toBeGreaterThan(0)
  await expect.poll(() => scroller.evaluate((one) => one.scrollTop)).toBe(0)
  const before = await topmost(page)
  const height = await scroller.evaluate((one) => one.scrollHeight)

  await Promise.all(held.map((release) => release()))
  await expect.poll(() => scroller.evaluate((one) => one.scrollHeight)).toBeGreaterThan(height + 500)
  await expect(thread(page).filter({ hasText: before.words! }).first()).toBeVisible()
  const after = await topmost(page)
  expect(after.words).toBe(before.words)
  expect(Math.abs(after.at - before.at)).toBeLessThanOrEqual(3)
  await shot(page, 'thread-older')
})
