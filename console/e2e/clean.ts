import { expect, test, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** What stands in anybody's way on a page, of whatever gravity. */
async function faults(page: Page) {
  // Not by way of AxeBuilder, which opens a page of its own for every result.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'] })
    return violations.map(({ id, impact, nodes }) => ({ impact, words: `${id}: ${nodes.map((node) => node.html).join(' | ')}` }))
  })
}

/** Nothing stands in anybody's way. */
export async function expectFaultless(page: Page) {
  expect((await faults(page)).map(({ words }) => words)).toEqual([])
}

/** Nothing grave does; what is less than that is noted with the test. */
export async function expectClean(page: Page, name = page.url()) {
  const told = (await faults(page)).map(({ impact, words }) => ({ impact, words: `${name}: ${words}` }))
  const isGrave = ({ impact }: (typeof told)[number]) => impact === 'serious' || impact === 'critical'
  test.info().annotations.push(...told.filter((one) => !isGrave(one)).map(({ words }) => ({ type: 'axe', description: words })))
  expect(told.filter(isGrave).map(({ words }) => words)).toEqual([])
}
