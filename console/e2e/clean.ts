import { expect, test, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** Nothing grave stands in anybody's way; what is less than that is noted with the test. */
export async function expectClean(page: Page, name = page.url()) {
  // Not by way of AxeBuilder, which opens a page of its own for every result.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'] })
    return violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes.map((node) => node.html) }))
  })
  const told = violations.map(({ id, impact, html }) => ({ impact, words: `${name}: ${id}: ${html.join(' | ')}` }))
  const isGrave = ({ impact }: (typeof told)[number]) => impact === 'serious' || impact === 'critical'
  test.info().annotations.push(...told.filter((one) => !isGrave(one)).map(({ words }) => ({ type: 'axe', description: words })))
  expect(told.filter(isGrave).map(({ words }) => words)).toEqual([])
}
