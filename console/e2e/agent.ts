import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test'
import { demo } from './demo'

interface SignIn {
  email: string
  password: string
}

const SIGN_IN = /^(Sign in|כניסה)$/

interface Desks {
  /** A browser of somebody's own with nobody signed in; it is cleared when the test is over. */
  outside: (options?: BrowserContextOptions) => Promise<Page>
  /** Somebody at a desk of their own, signed in. */
  atDesk: (who: SignIn, options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Desks>({
  outside: async ({ browser }, provide) => {
    const contexts: { close(): Promise<void> }[] = []
    await provide(async (options = {}) => {
      const context = await browser.newContext({ baseURL: demo.console, ...options })
      contexts.push(context)
      return context.newPage()
    })
    await Promise.all(contexts.map(context => context.close()))
  },
  atDesk: async ({ outside }, provide) => {
    await provide(async (who, options) => {
      const page = await outside(options)
      await signIn(page, who)
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
