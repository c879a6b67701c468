import { expect, type Page } from '@playwright/test'
import { shop } from './demo'

export interface Sight {
  name: string
  path: string
  /** What is to be done there before it is seen. */
  open?: (page: Page) => Promise<unknown>
}

export const act = (page: Page) => page.getByRole('main').getByRole('button')
const sees = (page: Page) => expect(page.getByRole('dialog')).toBeVisible()
export const opens = (which: (page: Page) => ReturnType<typeof act>) => async (page: Page) => {
  await which(page).click()
  await sees(page)
}
const row = (page: Page) => page.getByRole('main').getByRole('listitem')

async function isAskedWhoTheyAre(page: Page) {
  await page.route('**/api/v1/users/*', refuseOnce)
  await row(page).first().getByRole('button').first().click()
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await expect(page.locator('input[autocomplete=current-password]')).toBeVisible()
}
const refuseOnce = (route: Parameters<Parameters<Page['route']>[1]>[0]) =>
  route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403,"code":"confirm-it-is-you"}' })

async function asksToDeactivate(page: Page) {
  await page.locator('main [aria-haspopup=menu]').first().click()
  await page.getByRole('menuitem').last().click()
  await sees(page)
}

async function opensAContact(page: Page) {
  await row(page).first().getByRole('link').click()
  await expect(page.locator('main dl')).toBeVisible()
}
const asksOfAContact = (which: number) => async (page: Page) => {
  await opensAContact(page)
  await act(page).nth(which).click()
  await sees(page)
}

async function checksAList(page: Page) {
  const buffer = Buffer.from('phone,name\n+972501234567,Dana\n12345,Ravi\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('main dl')).toBeVisible()
}
const asksOfANumber = (which: number) => async (page: Page) => {
  await page.locator('main [aria-haspopup=menu]').first().click()
  await page.getByRole('menuitem').nth(which).click()
  await sees(page)
}

/** In the order of their pages, so that each is loaded once. */
export const ADMINISTRATION: Sight[] = [
  ...['profile', 'sessions', 'times', 'policy', 'departments', 'breaks', 'targets', 'channels'].map((name) => ({ name, path: `/settings/${name}` })),
  { name: 'number-checked', path: '/settings/channels', open: opens((page) => row(page).first().getByRole('button').first()) },
  ...['renamed', 'profile', 'renewed', 'registered'].map((name, which) => ({ name: `number-${name}`, path: '/settings/channels', open: asksOfANumber(which) })),
  { name: 'number-connected', path: '/settings/channels', open: opens((page) => act(page).nth(1)) },
  { name: 'search', path: '/search' },
  { name: 'contacts', path: '/contacts' },
  { name: 'contact', path: '/contacts', open: opensAContact },
  { name: 'contact-edited', path: '/contacts', open: asksOfAContact(0) },
  { name: 'contact-merged', path: '/contacts', open: asksOfAContact(1) },
  { name: 'segments', path: '/contacts/segments' },
  { name: 'segment-added', path: '/contacts/segments', open: opens((page) => act(page).first()) },
  { name: 'lists', path: '/contacts/lists' },
  { name: 'list-checked', path: '/contacts/lists', open: checksAList },
  { name: 'broadcasts', path: '/broadcasts' },
  { name: 'broadcast-new', path: '/broadcasts/new' },
  { name: 'settings', path: '/settings' },
  { name: 'activity', path: '/activity' },
  { name: 'security', path: '/settings/security' },
  { name: 'password-change', path: '/settings/security', open: opens((page) => row(page).first().getByRole('button')) },
  { name: 'authenticator', path: '/settings/security', open: opens((page) => row(page).nth(1).getByRole('button')) },
  { name: 'passkey', path: '/settings/security', open: opens((page) => act(page).last()) },
  { name: 'hours', path: '/settings/hours' },
  { name: 'calendar', path: '/settings/hours', open: (page) => row(page).first().getByRole('link').click().then(() => expect(page.locator('main form')).toBeVisible()) },
  { name: 'calendar-new', path: '/settings/hours/new' },
  { name: 'texts', path: '/settings/texts' },
  { name: 'canned-replies', path: '/settings/canned-replies' },
  { name: 'canned-reply-added', path: '/settings/canned-replies', open: opens((page) => act(page).first()) },
  { name: 'roles', path: '/settings/roles' },
  { name: 'role-added', path: '/settings/roles', open: opens((page) => act(page).first()) },
  ...[0, 1].map((which) => ({ name: `department-${which ? 'edited' : 'members'}`, path: '/settings/departments', open: opens((page) => row(page).first().getByRole('button').nth(which)) })),
  { name: 'agents', path: '/settings/agents', open: (page) => page.locator('nav').getByRole('button').last().click().then(() => expect(page.getByRole('menuitemradio').first()).toBeVisible()) },
  { name: 'skills', path: '/settings/skills' },
  { name: 'skill-added', path: '/settings/skills', open: opens((page) => act(page).first()) },
  { name: 'agent-times', path: '/settings/agents', open: (page) => row(page).first().getByRole('link').click().then(() => expect(page.locator('main input[type=date]')).toBeVisible()) },
  { name: 'break-added', path: '/settings/breaks', open: opens((page) => act(page).first()) },
  { name: 'rules', path: '/settings/rules' },
  { name: 'rule-new', path: '/settings/rules/new' },
  { name: 'endings', path: '/settings/endings' },
  { name: 'reason-added', path: '/settings/endings', open: opens((page) => act(page).first()) },
  { name: 'ending-edited', path: '/settings/endings', open: opens((page) => row(page).last().getByRole('button')) },
  { name: 'simulation', path: '/settings/simulation' },
  { name: 'queues', path: '/queues' },
  { name: 'templates', path: '/settings/templates' },
  { name: 'template-written', path: '/settings/templates', open: opens((page) => act(page).nth(1)) },
  { name: 'tokens', path: '/settings/tokens' },
  { name: 'token-made', path: '/settings/tokens', open: opens((page) => act(page).first()) },
  { name: 'users', path: '/settings/users' },
  { name: 'user-invited', path: '/settings/users', open: opens((page) => act(page).first()) },
  { name: 'user-edited', path: '/settings/users', open: opens((page) => row(page).first().getByRole('button').first()) },
  { name: 'user-deactivated', path: '/settings/users', open: asksToDeactivate },
  { name: 'confirmation', path: '/settings/users', open: isAskedWhoTheyAre },
]

export const OPERATION: Sight[] = [
  { name: 'operations', path: '/operations' },
  { name: 'tenants', path: '/tenants' },
  { name: 'tenant-founded', path: '/tenants', open: opens((page) => act(page).first()) },
  { name: 'tenant-ended', path: '/tenants', open: opens((page) => row(page).filter({ hasText: shop.name }).getByRole('button').last()) },
]
