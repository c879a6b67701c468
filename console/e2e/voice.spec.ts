import { expect } from '@playwright/test'
import { field, shot, test, thread } from './agent'
import { customer, shop, userOf } from './demo'

// A microphone that beeps, and nobody who is asked whether it may be used.
test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

test('an agent records a voice note, hears it and sends it', async ({ atDesk }) => {
  const page = await atDesk(userOf(shop, 'agent'))
  const olivia = await customer(shop, 'Olivia Grant')
  const before = (await olivia.received()).length
  const id = await olivia.beginsToWait(`Please tell me more ${Date.now()}`)
  await page.goto(`/inbox/open/${id}`)
  await expect(field(page)).toBeVisible()

  await page.getByRole('button', { name: 'Record a voice note' }).click()
  await expect(page.getByRole('timer')).toHaveText('0:02')
  await shot(page, 'voice-1-recording')
  await page.getByRole('button', { name: 'Stop and attach' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()

  const note = thread(page).last()
  await expect(note.getByRole('slider')).toBeVisible()
  await expect(note.getByRole('img', { name: /^(Sent|Delivered|Read)$/ })).toBeVisible()
  await expect.poll(async () => (await olivia.received()).slice(before)).toEqual(['audio'])
  await note.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => note.locator('audio').evaluate((audio) => (audio as HTMLAudioElement).currentTime)).toBeGreaterThan(0)
  await shot(page, 'voice-2-sent')
})
