import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { demo } from './demo'

interface SignIn {
  email: string
  password: string
  role?: string
}

const SIGN_IN = /^(Sign in|כניסה)$/

interface Desks {
  /** A browser of somebody's own with nobody signed in; it is cleared when the test is over. */
  outside: (options?: BrowserContextOptions) => Promise<Page>
  /** Somebody at a desk of their own, signed in. */
  atDesk: (who: SignIn, options?: BrowserContextOptions) => Promise<Page>
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

export const test = base.extend<Desks, { sessions: Map<string, Session> }>({
  /** Who has signed in once goes on with that session: signing in is slow by design. */
  sessions: [async ({}, provide) => provide(new Map()), { scope: 'worker' }],
  outside: async ({ browser }, provide) => {
    const contexts: { close(): Promise<void> }[] = []
    await provide(async (options = {}) => {
      const context = await browser.newContext({ baseURL: demo.console, ...options })
      contexts.push(context)
      return context.newPage()
    })
    await Promise.all(contexts.map(context => context.close()))
  },
  atDesk: async ({ outside, sessions }, provide) => {
    await provide(async (who, options) => {
      const session = sessions.get(who.email)
      const page = await outside({ ...options, ...(session && { storageState: session }) })
      if (session) {
        await page.goto('/')
        await expect(page).not.toHaveURL(/sign-in/)
      } else {
        await signIn(page, who)
        // Administrators are to be fresh for what they do.
        if (who.role !== 'administrator') sessions.set(who.email, await page.context().storageState())
      }
      return page
    })
  },
})

export async function signIn(page: Page, { email, password }: SignIn) {
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: SIGN_IN }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

export const rowOf = (page: Page, conversationId: string) => page.locator(`[data-conversation="${conversationId}"]`)

export const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/${name}.png` })

/** What stands in the thread, each line as somebody would read it out. */
export const thread = (page: Page) => page.getByLabel('Messages').first().getByRole('listitem')

export const lineOf = (page: Page, words: string) => thread(page).filter({ hasText: words }).last()

export const field = (page: Page) => page.getByRole('textbox', { name: 'Write a reply' })

/** What the rail tells of the connection. */
export const connection = (page: Page) => page.getByRole('navigation', { name: 'Menu' }).getByRole('status')
