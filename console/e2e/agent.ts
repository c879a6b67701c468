import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { demo } from './demo'

interface SignIn {
  email: string
  password: string
  role?: string
}

interface Desks {
  /** A browser of somebody's own with nobody signed in; it is cleared when the test is over. */
  outside: (options?: BrowserContextOptions) => Promise<Page>
  /** Somebody at a desk of their own, signed in and about to open a page. */
  atDesk: (who: SignIn, options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Desks, { browsers: Map<string, BrowserContext> }>({
  /** Those of whoever has been at a desk. They stay signed in and keep the files of the console: both take long to come by. */
  browsers: [
    async ({}, provide) => {
      const browsers = new Map<string, BrowserContext>()
      await provide(browsers)
      await Promise.all([...browsers.values()].map((one) => one.close()))
    },
    { scope: 'worker' },
  ],
  outside: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async (options = {}) => {
      const context = await browser.newContext({ baseURL: demo.console, ...options })
      contexts.push(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  atDesk: async ({ browser, browsers }, provide) => {
    const pages: Page[] = []
    await provide(async (who, options = {}) => {
      const settings = { baseURL: demo.console, ...options }
      const key = JSON.stringify([who.email, settings])
      const known = browsers.get(key)
      const context = known ?? (await browser.newContext(settings))
      browsers.set(key, context)
      // Administrators are to be fresh for what they do.
      if (!known || who.role === 'administrator') await signIn(context, who)
      const page = await context.newPage()
      pages.push(page)
      await clear(page, settings.baseURL)
      return page
    })
    await Promise.all(pages.map((page) => page.close()))
  },
})

/** Nothing that was written or chosen at a desk is there for the next test. */
async function clear(page: Page, origin: string) {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' })
  await wire.detach()
}

/** Without the page for it, which has tests of its own. */
async function signIn(context: BrowserContext, { email, password }: SignIn) {
  const ask = async () => {
    const token = (await context.cookies()).find(({ name }) => name === 'XSRF-TOKEN')
    const headers = token && { 'X-XSRF-TOKEN': token.value }
    return context.request.post('/api/v1/session', { data: { email, password }, headers })
  }
  // The first answer only brings the token against forgery.
  await ask()
  await expect(await ask()).toBeOK()
}

export const rowOf = (page: Page, conversationId: string) => page.locator(`[data-conversation="${conversationId}"]`)

/** A picture for a person to look at; no test needs it. */
export const shot = async (page: Page, name: string) => {
  if (process.env.MOKED_SHOTS) await page.screenshot({ path: `test-results/${name}.png` })
}

/** Lets time pass for a page, whose clock is set, until something holds. */
export const inTime = (page: Page, holds: () => Promise<unknown>) =>
  expect(async () => {
    await page.clock.runFor(4_000)
    await holds()
  }).toPass({ intervals: [50] })

/** What stands in the thread, each line as somebody would read it out. */
export const thread = (page: Page) => page.getByLabel('Messages').first().getByRole('listitem')

export const lineOf = (page: Page, words: string) => thread(page).filter({ hasText: words }).last()

export const field = (page: Page) => page.getByRole('textbox', { name: 'Write a reply' })

/** What the rail tells of the connection. */
export const connection = (page: Page) => page.getByRole('navigation', { name: 'Menu' }).getByRole('status')

/** Asks in the name of whoever sits at this desk, beside what their page does. */
export async function ask<Answer>(page: Page, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, data?: object) {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  const answer = await page.context().request.fetch(`/api/v1${path}`, { method, data, headers: token && { 'X-XSRF-TOKEN': token.value } })
  await expect(answer).toBeOK()
  const text = await answer.text()
  return (text ? JSON.parse(text) : undefined) as Answer
}
