import { expect, type Locator, type Page } from '@playwright/test'
import { ask, shot, test } from './agent'
import { expectClean } from './clean'
import { clinic, customer, shop, userOf } from './demo'

/** What each language calls what is used here, and what is written in it. */
const LANGUAGES = {
  English: {
    tenant: shop,
    who: 'Emma Stone-Hill',
    words: { add: 'Add a canned reply', text: 'English', variable: 'Contact’s name', ask: 'To be filled in', save: 'Save', write: 'Write a reply', find: 'Find a canned reply', left: /Still to be filled in: .*hour/ },
    said: { hello: 'Hello ', until: ', we are open until ', hour: 'hour', today: ' today.', sought: 'OPEN until' },
    prefix: 'en',
  },
  Hebrew: {
    tenant: clinic,
    who: 'רוני מזרחי',
    words: { add: 'הוספת תשובה מוכנה', text: 'עברית', variable: 'שם איש הקשר', ask: 'למילוי בעת השליחה', save: 'שמירה', write: 'כתיבת תשובה', find: 'חיפוש תשובה מוכנה', left: /עוד צריך למלא: .*שעה/ },
    said: { hello: 'שלום ', until: ', אנחנו פתוחים עד ', hour: 'שעה', today: ' היום.', sought: 'שפתוחים' },
    prefix: 'he',
  },
} as const

/** Goes there as somebody without a mouse does. */
async function tabTo(page: Page, goal: Locator) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await goal.evaluate((one) => one === document.activeElement)) return
  }
  throw new Error('The keyboard does not lead there')
}

for (const [language, { tenant, who, words, said, prefix }] of Object.entries(LANGUAGES))
  test(`a canned reply is made, found, filled in and sent by keys alone in ${language}`, async ({ atDesk }) => {
    test.slow()
    const run = `${prefix}${Date.now()}`
    const contact = await customer(tenant, who)
    const id = await contact.beginsToWait(`? ${run}`)
    const page = await atDesk(userOf(tenant, 'manager'))
    const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

    await page.goto('/settings/canned-replies')
    const add = page.getByRole('button', { name: words.add })
    await expect(add).toBeVisible()
    await tabTo(page, add)
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: words.add })
    await expect(dialog.getByRole('textbox').first()).toBeFocused()
    await page.keyboard.type(`/${run}`)
    const text = dialog.getByRole('textbox', { name: words.text, exact: true })
    const tools = dialog.getByRole('group').filter({ has: page.getByRole('button', { name: words.ask }) }).first()
    await tabTo(page, text)
    await page.keyboard.type(said.hello)
    await tabTo(page, tools.getByRole('button', { name: words.variable }))
    await press('Enter')
    await expect(text).toBeFocused()
    await page.keyboard.type(said.until)
    await tabTo(page, tools.getByRole('button', { name: words.ask }))
    await press('Enter')
    await expect(text).toBeFocused()
    await page.keyboard.type(said.hour)
    await press('End')
    await page.keyboard.type(said.today)
    await expect(text).toHaveValue(`${said.hello}{{contact.name}}${said.until}{{ask:${said.hour}}}${said.today}`)
    await expectClean(page)
    await shot(page, `canned-written-${prefix}`)
    await tabTo(page, dialog.getByRole('button', { name: words.save }))
    await press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('listitem').filter({ hasText: `/${run}` })).toBeVisible()
    await shot(page, `canned-replies-${prefix}`)

    await page.goto(`/inbox/open/${id}`)
    const field = page.getByRole('textbox', { name: words.write })
    await expect(field).toBeEditable()
    await press('r')
    await expect(field).toBeFocused()
    await page.keyboard.type(`${run} /`)
    const find = page.getByRole('combobox', { name: words.find })
    await expect(find).toBeFocused()
    await page.keyboard.type(said.sought)
    const chosen = page.getByRole('listbox').getByRole('option', { selected: true })
    await expect(chosen).toBeVisible()
    await expect(find).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id'))!)
    await expectClean(page)
    await shot(page, `canned-picker-${prefix}`)
    await find.fill(run)
    await expect(chosen).toContainText(`/${run}`)
    await press('Enter')
    const filled = `${run} ${said.hello}${contact.name}${said.until}`
    await expect(field).toHaveValue(`${filled}[[${said.hour}]]${said.today}`)
    await expect(field).toBeFocused()

    await press('Enter')
    await expect(page.getByText(words.left)).toBeVisible()
    await shot(page, `canned-open-${prefix}`)
    await press('End', 'Shift+Tab')
    await page.keyboard.type('18:00')
    await press('Enter')
    await expect(field).toHaveValue('')
    await expect.poll(contact.sees).toContain(`${filled}18:00${said.today}`)
  })

/** One of an agent's own, under a name of its own. */
async function keepsReply(page: Page, body: string) {
  const name = `own${Date.now()}`
  await ask(page, 'POST', '/canned-replies', { scope: 'own', name, texts: [{ language: 'en', body }] })
  return name
}

test('the slash itself can be written, and a draft is never replaced', async ({ atDesk }) => {
  const emma = await customer(shop, 'Emma Stone-Hill')
  const id = await emma.beginsToWait(`Which one? ${Date.now()}`)
  const page = await atDesk(userOf(shop, 'agent'))
  const kept = await keepsReply(page, 'Cut the stems.')
  await page.goto(`/inbox/open/${id}`)
  const field = page.getByRole('textbox', { name: 'Write a reply' })
  const find = page.getByRole('combobox', { name: 'Find a canned reply' })
  await field.fill('yes and/or')
  await field.press('End')
  await page.keyboard.type(' /')
  await expect(find).toBeFocused()
  await page.keyboard.type('no such')
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('yes and/or /no such')
  await page.keyboard.press('Control+/')
  await expect(find).toBeFocused()
  await page.keyboard.type(kept)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/^yes and\/or \/no such Cut the stems/)
  await page.keyboard.press('Control+/')
  await page.keyboard.press('Backspace')
  await expect(find).toBeHidden()
  await expect(field).toBeFocused()
  await field.fill('')
})

test.describe('on a phone', () => {
  test('a canned reply is found and put in with a finger', async ({ atDesk }) => {
    const emma = await customer(shop, 'Emma Stone-Hill')
    const id = await emma.beginsToWait(`From the train ${Date.now()}`)
    const page = await atDesk(userOf(shop, 'agent'), { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    const kept = await keepsReply(page, 'Your order {{ask:order number}} comes today.')
    await page.goto(`/inbox/open/${id}`)
    await page.getByRole('button', { name: 'Canned replies (/)' }).tap()
    const replies = page.getByRole('listbox').getByRole('option')
    await expect(replies.first()).toBeVisible()
    await shot(page, 'canned-picker-phone')
    await replies.filter({ hasText: kept }).tap()
    const field = page.getByRole('textbox', { name: 'Write a reply' })
    await expect(field).toHaveValue(/Your order \[\[order number]]/)
    await field.fill('')
    await page.goto('/settings/canned-replies')
    await expect(page.getByRole('listitem').first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await shot(page, 'canned-replies-phone')
  })
})
