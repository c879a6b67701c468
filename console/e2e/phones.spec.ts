import { expect, test, type Page } from '@playwright/test'
import { demo, shop } from './demo'

const EMMA = '15550100101'

async function phoneOf(page: Page, language: string) {
  await page.goto(`${demo.simulator}/phone?lang=${language}&customer=${EMMA}&to=${shop.channels[0]!.phoneNumberId}`)
  await expect(page.getByRole('log')).toBeVisible()
}

async function writes(page: Page, words: string) {
  await page.getByRole('textbox').fill(words)
  await page.getByRole('textbox').press('Enter')
  const row = page.locator('.row.mine').last()
  await expect(row).toContainText(`${words.match(/\d+/)?.[0]}`)
  return row
}

test('the phone shows words as WhatsApp does', async ({ page }) => {
  await phoneOf(page, 'en')
  const row = await writes(page, `*Two* _big_ ~or~ \`three\` of ${Date.now()}, 2 * 3 * 4 and snake_case_name`)
  for (const [tag, words] of [['strong', 'Two'], ['em', 'big'], ['s', 'or'], ['code', 'three']]) await expect(row.locator(tag!)).toHaveText(words!)
  await expect(row).toContainText('2 * 3 * 4 and snake_case_name')
})

for (const [language, untold] of [
  ['en', 'Meta does not tell this business.'],
  ['he', 'Meta לא מודיעה על כך לעסק הזה.'],
] as const)
  test(`whoever takes a message back is told that the business is not, in a menu that nothing cuts (${language})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await phoneOf(page, language)
    const row = await writes(page, `A message so long that it takes as much of the line as any message may ${Date.now()}`)
    await row.hover()
    await row.locator('summary').click()
    const choice = row.getByRole('menuitem').last()
    await expect(choice).toContainText(untold)
    const { x, width } = (await choice.boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(390)
  })

test('what goes wrong is chosen and put away again on a small screen, too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${demo.simulator}/?lang=en`)
  const panel = page.getByRole('complementary')
  await page.getByRole('button', { name: 'Misbehaviour' }).click()
  await expect(panel).toBeVisible()
  await page.getByRole('button', { name: 'Misbehaviour' }).click()
  await expect(panel).toBeHidden()
})
