// Refuses a build whose inbox needs more script before it can be used than the budget allows.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET = 250_000
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

function needed(name, seen = new Set()) {
  if (!seen.has(name)) [...(manifest[name].imports ?? [])].reduce((all, next) => needed(next, all), seen.add(name))
  return seen
}

const files = new Set([...needed('index.html'), ...needed('src/i18n/en/index.ts')])
const size = [...files].reduce((sum, name) => sum + gzipSync(readFileSync(new URL(manifest[name].file, dist))).length, 0)
console.log(`The inbox starts with ${Math.round(size / 1000)} kB of script (budget ${BUDGET / 1000} kB, gzip).`)
if (size > BUDGET) process.exit(1)
