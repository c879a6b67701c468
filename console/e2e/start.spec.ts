import { expect, test } from '@playwright/test'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

const demo = process.env.MOKED_DEMO!
const rights = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('only the user who started the demo can read its passwords', () => {
  expect(rights(demo)).toBe('600')
  expect(rights(dirname(demo))).toBe('700')
})
