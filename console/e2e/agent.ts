import { expect, type Browser, type Page } from '@playwright/test'
import { demo } from './demo'

interface SignIn {
  email: string
  password: string
}

const SIGN_IN = /^(Sign in|כניסה)$/

/** Somebody at a desk of their own, signed in. */
export async function atDesk(browser: Browser, who: SignIn, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ baseURL: demo.console, ...options })
  const page = await context.newPage()
  await signIn(page, who)
  return page
}

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
