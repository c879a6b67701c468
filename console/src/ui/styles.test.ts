import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const styles = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ path, css: readFileSync(`src/${path}`, 'utf8') }))
const components = styles.filter(({ path }) => path.endsWith('.module.css'))

const finds = (pattern: RegExp, files: typeof styles) =>
  files.flatMap(({ path, css }) => [...css.matchAll(pattern)].map(([found]) => `${path}: ${found.trim()}`))

it('knows start and end, never left and right', () => {
  const physical =
    /^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|(?:float|clear|text-align)\s*:\s*(?:left|right)/gm
  expect(finds(physical, styles)).toEqual([])
})

it('takes colours and shadows from the tokens', () => {
  const literal = /#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(|box-shadow:(?!.*var\()[^;]*\d[^;]*;/gi
  expect(finds(literal, components)).toEqual([])
})

it('knows four sizes of type and two weights', () => {
  expect(finds(/(?:font-size|font-weight):(?! var\()[^;]*;/g, components)).toEqual([])
})
