import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from './en'
import { pages } from './en/pages'
import { he } from './he'
import { pages as hebrewPages } from './he/pages'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
const english = new Map(flat({ ...en, ...pages }))
const hebrew = new Map(flat({ ...he, ...hebrewPages }))
const placeholders = (text = '') => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort()

describe('the two languages', () => {
  it('say the same things', () => {
    const dual = (key: string) => key.endsWith('_two')
    expect([...hebrew.keys()].filter((key) => !dual(key)).sort()).toEqual([...english.keys()].sort())
  })
  it('say them about the same things', () => {
    const counted = (key: string) => /_(one|two)$/.test(key)
    for (const [key, text] of english)
      if (!counted(key)) expect([key, placeholders(hebrew.get(key))]).toEqual([key, placeholders(text)])
  })
  it('leave nothing unsaid', () => {
    for (const [key, text] of [...english, ...hebrew]) expect(text.trim(), key).not.toBe('')
  })
})

it('has no words that nobody says', () => {
  const source = sources('src').join('\n')
  const spoken = (key: string) => {
    const plain = key.replace(/_(one|two|other)$/, '')
    const groups = plain.split('.').map((_, depth, parts) => `\`${parts.slice(0, depth).join('.')}.`)
    return source.includes(`'${plain}'`) || groups.slice(1).some((group) => source.includes(group))
  }
  expect([...english.keys()].filter((key) => !spoken(key))).toEqual([])
})

it('says the words of pages only on them', () => {
  const before = ['api', 'app', 'availability', 'composer', 'contact', 'inbox', 'keys', 'live', 'outbox', 'session', 'simulator', 'thread', 'ui']
  const source = before.flatMap((folder) => sources(`src/${folder}`)).join('\n')
  expect(Object.keys(pages).filter((page) => new RegExp(`['\`]${page}\\.`).test(source))).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })
}
