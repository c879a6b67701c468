import { expect, type Page } from '@playwright/test'
import { inTime, test } from './agent'
import { demo, shop, userOf } from './demo'

const API = '/api/v1'
const failure = { status: 500, contentType: 'application/problem+json', body: '{"status":500,"code":"internal-error","detail":"Out of order."}' }
const nothing = { json: { items: [], next: null } }

/** Pages of people and access: what each asks for, and what it says where there is none. */
const PAGES = {
  administrator: [
    { path: '/settings/users', asks: '/users', empty: 'Nobody here' },
    { path: '/settings/roles', asks: '/roles' },
    { path: '/settings/hours', asks: '/calendars', empty: 'No calendars yet' },
    { path: '/settings/breaks', asks: '/break-reasons', empty: 'No reasons' },
    { path: '/settings/times', asks: '/me/timeline', empty: 'Nothing on this day' },
    { path: '/settings/texts', asks: '/greeting-setting' },
    { path: '/settings/canned-replies', asks: '/canned-replies', empty: 'No canned replies yet' },
    { path: '/settings/channels', asks: '/channels', empty: 'No number is connected' },
    { path: '/settings/tokens', asks: '/api-tokens', empty: 'No tokens' },
    { path: '/settings/policy', asks: '/security-policy' },
    { path: '/settings/security', asks: '/me/security' },
    { path: '/settings/sessions', asks: '/me/sessions' },
    { path: '/broadcasts', asks: '/broadcasts', empty: 'No broadcasts yet' },
    { path: '/activity', asks: '/audit-entries', empty: 'Nothing is logged yet' },
  ],
  operator: [
    { path: '/operations', asks: '/dead-letters', empty: 'No dead letters' },
    { path: '/tenants', asks: '/tenants', empty: 'No business yet' },
  ],
}

const asked = (path: string) => (url: URL) => url.pathname === API + path

for (const [who, pages] of Object.entries(PAGES))
  test(`every page of the ${who} waits in sight, tells what failed, and what there is none of`, async ({ atDesk }) => {
    const page = await atDesk(who === 'operator' ? demo.operator : userOf(shop, who))
    await page.clock.install()
    // Whoever hears nothing for long opens the stream anew and asks for everything; no page shall do so but at a press.
    await page.route(asked('/events'), () => {})
    // From where nothing is asked for that they ask for; each is then a link away.
    await page.goto('/settings/profile')
    for (const { path, asks, empty } of pages as { path: string; asks: string; empty?: string }[]) {
      const url = asked(asks)
      let answer = () => {}
      const hanging = new Promise<void>((go) => (answer = go))
      await page.route(url, async (route) => {
        await hanging
        await route.fulfill(failure)
      })
      await page.locator(`a[href="${path}"]`).click()
      const main = page.getByRole('main')
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(main.locator('[aria-hidden] > .mantine-Skeleton-root').first()).toBeVisible()
      await expect(main.getByRole('alert')).toHaveCount(0)

      answer()
      await inTime(page, () => expect(main.getByRole('alert')).toContainText('Out of order.', { timeout: 200 }))
      await page.unroute(url)
      if (empty) await page.route(url, (route) => route.fulfill(nothing))
      await main.getByRole('button', { name: 'Try again' }).click()
      await expect(main.getByRole('alert')).toHaveCount(0)
      await expect(empty ? main.getByText(empty) : main.locator('li, form').first()).toBeVisible()
      await page.unroute(url)
    }
  })

const BUSINESS = ['users', 'roles', 'hours', 'channels', 'tokens', 'policy'].map((one) => `/settings/${one}`)

for (const [who, closed] of [
  ['agent', [...BUSINESS, '/activity', '/tenants', '/operations']],
  ['administrator', ['/tenants', '/operations']],
  ['operator', ['/settings/roles', '/settings/channels', '/settings/tokens', '/inbox/queue']],
] as const)
  test(`what is closed to the ${who} says so, and asks the server for nothing`, async ({ atDesk }) => {
    const page = await atDesk(who === 'operator' ? demo.operator : userOf(shop, who))
    const refused: string[] = []
    page.on('response', (answer) => answer.status() === 403 && refused.push(answer.url()))
    for (const path of closed) {
      await page.goto(path)
      await expect(page.getByRole('alert')).toContainText('You are not permitted to see this.')
    }
    expect(refused).toEqual([])
  })

const more = (page: Page) => page.getByRole('button', { name: 'Show older entries' })

test('older entries that do not come are told, and asked for again', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'manager'))
  let works = false
  await page.route(asked('/audit-entries'), async (route) => {
    if (new URL(route.request().url()).searchParams.has('cursor')) return works ? route.fulfill(nothing) : route.fulfill({ ...failure, status: 400 })
    const answer = await route.fetch()
    return route.fulfill({ response: answer, json: { ...(await answer.json()), next: 'older' } })
  })
  await page.goto('/activity')
  await more(page).click()
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('Out of order.')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  works = true
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toHaveCount(0)
  await expect(more(page)).toHaveCount(0)
})

test('an invitation that nothing is known of is not called void', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'administrator'))
  await page.route(asked('/users'), async (route) => {
    const answer = await route.fetch()
    const { items } = await answer.json()
    await route.fulfill({ response: answer, json: { items: items.map((one: object) => ({ ...one, state: 'invited' })), next: null } })
  })
  const invitations = asked('/invitations')
  await page.route(invitations, (route) => route.fulfill({ ...failure, status: 400 }))
  await page.goto('/settings/users')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Out of order.')
  await expect(page.getByText('The invitation is no longer good')).toHaveCount(0)
  await page.unroute(invitations)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  await expect(page.getByText('The invitation is no longer good').first()).toBeVisible()
})
