import { audit } from './audit'
import { operations } from './operations'
import { settings } from './settings'

export const pages = { audit, operations, settings }
